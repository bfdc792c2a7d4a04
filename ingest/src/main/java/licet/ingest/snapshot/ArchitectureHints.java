package licet.ingest.snapshot;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import licet.ingest.card.LineageHint;
import licet.ingest.hub.RepoId;

/** Notices an architecture that another developer is known for, by {@code architecture-families.yaml}. */
final class ArchitectureHints {
    private final Map<String, List<String>> developers;

    private ArchitectureHints(Map<String, List<String>> developers) {
        this.developers = Map.copyOf(developers);
    }

    static ArchitectureHints shipped() {
        return new ArchitectureHints(DataFile.read("architecture-families.yaml").lists("families"));
    }

    boolean knows(String architecture) {
        return developers.containsKey(architecture.toLowerCase(Locale.ROOT));
    }

    Optional<LineageHint> find(RepoId model, List<String> tags, ConfigFacts config) {
        Optional<LineageHint> byConfig = config.modelType()
                .filter(type -> isForeign(model, type))
                .map(type -> hint("config.json", "model_type: " + type));
        return byConfig.or(() ->
                tags.stream().filter(tag -> isForeign(model, tag)).findFirst().map(tag -> hint("tags", "tag: " + tag)));
    }

    private boolean isForeign(RepoId model, String architecture) {
        List<String> known = developers.get(architecture.toLowerCase(Locale.ROOT));
        return known != null
                && model.owner().stream().noneMatch(owner -> known.stream().anyMatch(owner::equalsIgnoreCase));
    }

    private static LineageHint hint(String path, String text) {
        return new LineageHint(LineageHint.Kind.ARCHITECTURE_TAG, path, 0, text, List.of());
    }
}
