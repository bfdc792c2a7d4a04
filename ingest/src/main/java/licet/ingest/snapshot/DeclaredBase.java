package licet.ingest.snapshot;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoId;

/**
 * A base model that the publisher names.
 *
 * @param written as the publisher wrote it
 * @param model the Hub model that it means; empty for a local path or nonsense
 */
public record DeclaredBase(String written, Optional<RepoId> model, Relation relation, Set<Source> sources) {
    private static final Pattern COMMIT =
            Pattern.compile("/(?:tree|blob|commit|resolve|raw)/([0-9a-f]{40})(?![0-9A-Za-z])");

    public DeclaredBase {
        sources = Set.copyOf(sources);
    }

    /** The commit of the base, where the publisher gave an address that leads to one. */
    public Optional<String> revision() {
        var commit = COMMIT.matcher(written);
        return model.isPresent() && commit.find() ? Optional.of(commit.group(1)) : Optional.empty();
    }

    public enum Relation {
        ADAPTER,
        MERGE,
        QUANTIZED,
        FINETUNE,
        /** Neither card nor tags say how. */
        UNSTATED;

        static Optional<Relation> find(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "adapter" -> Optional.of(ADAPTER);
                case "merge" -> Optional.of(MERGE);
                case "quantized" -> Optional.of(QUANTIZED);
                case "finetune" -> Optional.of(FINETUNE);
                default -> Optional.empty();
            };
        }
    }

    public enum Source {
        CARD,
        CARD_DATA,
        TAG
    }
}
