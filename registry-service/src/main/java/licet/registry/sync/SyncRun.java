package licet.registry.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;

/**
 * One pass over what a watch covers.
 *
 * @param movedAt when it last got anywhere
 * @param failures in a row, up to now
 */
public record SyncRun(
        long id,
        UUID watch,
        State state,
        Phase phase,
        Instant startedAt,
        Instant movedAt,
        Optional<Instant> endedAt,
        Optional<String> cursor,
        int failures,
        Counts counts) {
    public enum State implements ClosedChoice {
        RUNNING("running"),
        PAUSED("paused"),
        CANCELED("canceled"),
        DONE("done"),
        FAILED("failed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        public boolean isOpen() {
            return this == RUNNING || this == PAUSED;
        }
    }

    public enum Phase implements ClosedChoice {
        /** Page after page. */
        LISTING("listing"),
        /** Reads in full what moved. */
        EXAMINING("examining");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /**
     * How far it is.
     *
     * @param listed models, each once
     * @param changed known models whose list item moved
     * @param missing models that a complete listing lacks
     * @param wanted models to be read in full, bases found on the way among them
     * @param notRead models that were refused, or given up after several attempts
     * @param bytes of bodies, uncompressed
     */
    public record Counts(
            int pages,
            long listed,
            long newModels,
            long changed,
            long missing,
            long wanted,
            long examined,
            long notRead,
            long newSnapshots,
            long requests,
            long retries,
            long bytes) {}

    boolean isIn(Phase other) {
        return state == State.RUNNING && phase == other;
    }
}
