package licet.ingest.snapshot;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import licet.ingest.hub.RepoId;

/**
 * A base model that the publisher names.
 *
 * @param written as the publisher wrote it
 * @param model the Hub model that it means; empty for a local path or nonsense
 */
public record DeclaredBase(String written, Optional<RepoId> model, Relation relation, Set<Source> sources) {
    public DeclaredBase {
        sources = Set.copyOf(sources);
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
