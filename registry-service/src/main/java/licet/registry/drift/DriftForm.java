package licet.registry.drift;

import licet.rules.format.CanonicalJson;

/** The stored and spoken form of a drift: a kind and canonical JSON. */
public record DriftForm(String kind, String detail) {
    public static DriftForm of(Drift drift) {
        return new DriftForm(kind(drift), CanonicalJson.write(drift));
    }

    /** @throws IllegalArgumentException for a kind of a later version */
    public Drift parse() {
        return CanonicalJson.read(detail, type(kind));
    }

    private static String kind(Drift drift) {
        return switch (drift) {
            case Drift.LicenseTag _ -> "license-tag";
            case Drift.LicenseText _ -> "license-text";
            case Drift.Gated _ -> "gated";
            case Drift.Weights _ -> "weights";
            case Drift.BaseModel _ -> "base-model";
            case Drift.Renamed _ -> "renamed";
            case Drift.Unlisted _ -> "unlisted";
            case Drift.Gone _ -> "gone";
            case Drift.Returned _ -> "returned";
            case Drift.Disabled _ -> "disabled";
            case Drift.NewMember _ -> "new-member";
        };
    }

    private static Class<? extends Drift> type(String kind) {
        return switch (kind) {
            case "license-tag" -> Drift.LicenseTag.class;
            case "license-text" -> Drift.LicenseText.class;
            case "gated" -> Drift.Gated.class;
            case "weights" -> Drift.Weights.class;
            case "base-model" -> Drift.BaseModel.class;
            case "renamed" -> Drift.Renamed.class;
            case "unlisted" -> Drift.Unlisted.class;
            case "gone" -> Drift.Gone.class;
            case "returned" -> Drift.Returned.class;
            case "disabled" -> Drift.Disabled.class;
            case "new-member" -> Drift.NewMember.class;
            default -> throw new IllegalArgumentException("no drift is called " + kind);
        };
    }
}
