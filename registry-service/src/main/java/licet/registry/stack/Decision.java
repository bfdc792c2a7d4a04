package licet.registry.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** What a review decides about a slot. */
public enum Decision implements ClosedChoice {
    RENEW("renew"),
    /** Another model takes over. */
    REPLACE("replace"),
    /** The slot stays empty. */
    RETIRE("retire");

    private final String word;

    Decision(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
