package licet.registry.waiver;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** Where a waiver stands. One that acts may have reached its end a moment ago; it then lifts nothing any more. */
public enum WaiverState implements ClosedChoice {
    PROPOSED("proposed"),
    ACTING("acting"),
    REJECTED("rejected"),
    WITHDRAWN("withdrawn"),
    REVOKED("revoked"),
    EXPIRED("expired"),
    /** The rule, the text or the breach that it was given for is not there any more. */
    REASON_GONE("reason-gone");

    private final String word;

    WaiverState(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
