package licet.ingest.snapshot;

import java.util.List;
import java.util.Optional;

/** What {@code config.json}, or the Hub's digest of it, tells about the architecture. */
public record ConfigFacts(
        Optional<String> modelType,
        List<String> architectures,
        boolean vision,
        boolean audio,
        Optional<String> quantization) {
    public ConfigFacts {
        architectures = List.copyOf(architectures);
    }
}
