package licet.ingest.hub;

import java.util.Optional;

/**
 * A value beside the raw answer that it was read from, so that the answer itself can be kept as evidence.
 *
 * @param origin which question it answers
 */
public record Answer<T>(T value, Payload raw, Origin origin) {
    public Answer(T value, Payload raw) {
        this(value, raw, Origin.UNSTATED);
    }

    /**
     * The question.
     *
     * @param asked the name that was asked for; where the value has another id, this one is an alias of it
     * @param validator to be given back with the next question for the same
     */
    public record Origin(Optional<RepoId> asked, Optional<Validator> validator) {
        public static final Origin UNSTATED = new Origin(Optional.empty(), Optional.empty());

        /** The asked name where the Hub knows the repository under another. */
        public Optional<RepoId> findAlias(RepoId answered) {
            return asked.filter(id -> !id.equals(answered));
        }
    }
}
