package licet.rules.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.rules.evidence.ModelId;
import licet.rules.license.LicenseCatalog;

/** Holds claims against what is on record, and against each other. */
public final class ClaimCheck {
    private final PointCheck points;

    public ClaimCheck(LicenseCatalog licenses) {
        this.points = new PointCheck(licenses);
    }

    /** In the order of the claims. @param observed about the models that they name; what is not on record is left out */
    public List<CheckedClaim> check(List<Claim> claims, Collection<Observed> observed) {
        Map<String, Observed> byName =
                observed.stream().collect(Collectors.toMap(one -> key(one.model()), Function.identity()));
        return claims.stream()
                .map(claim -> new CheckedClaim(
                        claim,
                        claim.points().stream()
                                .map(point -> result(point, byName))
                                .toList(),
                        claims.stream()
                                .filter(other -> cannotBothHold(claim, other))
                                .map(Claim::id)
                                .collect(Collectors.toCollection(TreeSet::new))))
                .toList();
    }

    private static String key(ModelId model) {
        return model.value().toLowerCase(Locale.ROOT);
    }

    private CheckedClaim.Result result(Claim.Point point, Map<String, Observed> byName) {
        var found = point.models().stream()
                .flatMap(model -> Optional.ofNullable(byName.get(key(model))).stream())
                .flatMap(observed -> points.hold(point.said(), observed).stream())
                .sorted(Comparator.comparing(held -> !held.holds()))
                .toList();
        var outcome = found.isEmpty()
                ? CheckedClaim.Outcome.OPEN
                : found.getFirst().holds() ? CheckedClaim.Outcome.BORNE_OUT : CheckedClaim.Outcome.REFUTED;
        return new CheckedClaim.Result(
                point.said(),
                outcome,
                found.stream().map(PointCheck.Held::shown).toList());
    }

    private static boolean cannotBothHold(Claim one, Claim other) {
        return one.against().contains(other.id())
                || other.against().contains(one.id())
                || one.points().stream()
                        .anyMatch(mine -> other.points().stream().anyMatch(theirs -> excludes(mine, theirs)));
    }

    /** Two dates or two licenses of the same models; sizes differ within a family. */
    private static boolean excludes(Claim.Point mine, Claim.Point theirs) {
        if (mine.models().isEmpty() || !new HashSet<>(mine.models()).equals(new HashSet<>(theirs.models()))) {
            return false;
        }
        return switch (mine.said()) {
            case Said.Released(var period) -> theirs.said() instanceof Said.Released(var other) && !period.meets(other);
            case Said.Licensed(var license) ->
                theirs.said() instanceof Said.Licensed(var other) && !license.equals(other);
            case Said.HasSize _,
                    Said.Context _,
                    Said.Mixture _,
                    Said.Grants _,
                    Said.UsersCap _,
                    Said.UsePolicy _,
                    Said.Seat _ -> false;
        };
    }
}
