package licet.ingest.local;

import java.util.List;
import java.util.Optional;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.weights.WeightsMetadata;

/** What came of looking at a local model. */
public sealed interface LocalResult {
    /**
     * @param weights what the headers say; empty where there are none, or none that can be read
     * @param notes files that were left out and headers that were refused, for people
     */
    record Taken(ModelSnapshot snapshot, Optional<WeightsMetadata> weights, List<String> notes) implements LocalResult {
        public Taken {
            notes = List.copyOf(notes);
        }
    }

    /** @param reason says what to give instead */
    record Refused(Reason reason, String detail) implements LocalResult {}

    /** The caller stopped the reading; nothing is kept. */
    record Cancelled() implements LocalResult {}

    enum Reason {
        NOT_FOUND,
        /** The folder holds no model. */
        NO_MODEL,
        /** The folder does not tell the model's name. */
        NAME_NEEDED,
        /** Several revisions lie side by side and none is the main one. */
        REVISION_NEEDED,
        TOO_MANY_FILES,
        UNREADABLE
    }
}
