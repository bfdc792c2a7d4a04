package licet.ingest.card;

import java.util.List;
import licet.ingest.hub.RepoId;

/**
 * A sign, outside the declared fields, that a model comes from another one. A hint is no lineage: people decide.
 *
 * @param path the file, or {@code tags} for the Hub's tags
 * @param line counted from 1; 0 where the source has no lines
 * @param text what stands there, at most 300 characters
 * @param models the Hub models that it names, none where it names a base in free words only
 */
public record LineageHint(Kind kind, String path, int line, String text, List<RepoId> models) {
    private static final int LONGEST_TEXT = 300;

    /** How strongly a hint speaks. */
    public enum Kind {
        /** Says where the model comes from, or under which license its origin stood. */
        ORIGIN_STATEMENT,
        /** Names this model and its base with the base's address on the Hub. */
        LINKED_MODEL,
        /** Names a base in words. */
        NAMED_BASE,
        /** The architecture is one that another developer is known for. */
        ARCHITECTURE_TAG
    }

    public LineageHint {
        String trimmed = text.strip();
        text = trimmed.length() <= LONGEST_TEXT ? trimmed : trimmed.substring(0, LONGEST_TEXT);
        models = List.copyOf(models);
    }
}
