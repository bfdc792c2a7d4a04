package licet.ingest.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the facts that matter here from the fields of a GGUF header. */
final class GgufFacts {
    private static final long MAX_BASES = 64;
    private static final long MAX_EXPERTS = 1_000_000;

    private GgufFacts() {}

    static HeaderLicense license(GgufHeader header) {
        return new HeaderLicense(
                header.text("general.license"),
                header.text("general.license.name"),
                header.text("general.license.link"));
    }

    static List<HeaderBase> bases(GgufHeader header) {
        long count = Math.min(header.number("general.base_model.count").orElse(0L), MAX_BASES);
        List<HeaderBase> bases = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            String key = "general.base_model." + i + ".";
            var base = new HeaderBase(
                    header.text(key + "name"),
                    header.text(key + "organization"),
                    header.text(key + "repo_url").or(() -> header.text(key + "url")));
            if (base.name().isPresent() || base.address().isPresent()) {
                bases.add(base);
            }
        }
        return bases;
    }

    static Optional<String> quantization(GgufHeader header) {
        return header.number("general.file_type").flatMap(GgufFileType::find);
    }

    static Optional<WeightsConfig.Experts> experts(GgufHeader header) {
        long count = header.ofArchitecture("expert_count").orElse(0L);
        long used = header.ofArchitecture("expert_used_count").orElse(0L);
        return count > 0 && count <= MAX_EXPERTS && used > 0 && used <= count
                ? Optional.of(new WeightsConfig.Experts(count, used))
                : Optional.empty();
    }
}
