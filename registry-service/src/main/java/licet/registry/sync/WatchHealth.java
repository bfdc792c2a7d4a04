package licet.registry.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import licet.registry.platform.ClosedChoice;
import licet.registry.watch.Watch;

/**
 * How current what a watch covers is.
 *
 * @param covered when a run last covered everything
 */
public record WatchHealth(Watch watch, State state, Optional<Instant> covered) {
    /** Runs start by the minute; what is an hour late is not about to start. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** What needs somebody comes first. */
    public enum State implements ClosedChoice {
        FAILED("failed"),
        /** Its first run was due and did not happen. */
        NEVER("never"),
        /** Its next run was due and did not happen. */
        LATE("late"),
        /** Somebody paused or canceled its last run. */
        STOPPED("stopped"),
        RUNNING("running"),
        /** Its first run is not due yet. */
        WAITING("waiting"),
        CURRENT("current");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }

        public boolean needsSomebody() {
            return this == FAILED || this == NEVER || this == LATE;
        }
    }

    static WatchHealth of(Watch watch, Optional<SyncRun> last, Optional<SyncRun> lastDone, Instant now) {
        boolean late = watch.nextAt().plus(GRACE).isBefore(now);
        var state = last.map(run -> of(run, late)).orElse(late ? State.NEVER : State.WAITING);
        return new WatchHealth(watch, state, lastDone.flatMap(SyncRun::endedAt));
    }

    private static State of(SyncRun run, boolean late) {
        return switch (run.state()) {
            case RUNNING -> State.RUNNING;
            case FAILED -> State.FAILED;
            case PAUSED -> State.STOPPED;
            case CANCELED -> late ? State.LATE : State.STOPPED;
            case DONE -> late ? State.LATE : State.CURRENT;
        };
    }
}
