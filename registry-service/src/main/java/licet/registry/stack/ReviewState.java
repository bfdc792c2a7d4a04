package licet.registry.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** Where a review stands. */
public enum ReviewState implements ClosedChoice {
    SCHEDULED("scheduled"),
    OPEN("open"),
    CLOSED("closed"),
    CALLED_OFF("called-off");

    private final String word;

    ReviewState(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
