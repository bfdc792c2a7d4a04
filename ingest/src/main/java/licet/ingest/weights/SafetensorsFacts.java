package licet.ingest.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the facts that matter here from the texts under {@code __metadata__}, also where the model-spec convention names them. */
final class SafetensorsFacts {
    private SafetensorsFacts() {}

    static HeaderLicense license(Map<String, String> metadata) {
        return new HeaderLicense(
                text(metadata, "license").or(() -> text(metadata, "modelspec.license")),
                text(metadata, "license_name"),
                text(metadata, "license_link"));
    }

    static List<HeaderBase> bases(Map<String, String> metadata) {
        List<HeaderBase> bases = new ArrayList<>();
        for (String key : List.of("base_model", "modelspec.merged_from", "ss_sd_model_name")) {
            text(metadata, key)
                    .ifPresent(
                            name -> bases.add(new HeaderBase(Optional.of(name), Optional.empty(), Optional.empty())));
        }
        return bases;
    }

    static Optional<String> architecture(Map<String, String> metadata) {
        return text(metadata, "modelspec.architecture");
    }

    private static Optional<String> text(Map<String, String> metadata, String key) {
        return Optional.ofNullable(metadata.get(key)).filter(text -> !text.isBlank());
    }
}
