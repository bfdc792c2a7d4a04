package licet.registry.sync;

import java.time.Duration;

/** What came of one step of a run. */
sealed interface Step {
    /** It got on; there may be more to do. */
    record Went() implements Step {}

    /** Nothing more to do here: it ended, was stopped, or another driver goes on. */
    record Over() implements Step {}

    /** The Hub wants to be left alone for so long. */
    record Later(Duration pause) implements Step {}
}
