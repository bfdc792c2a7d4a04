package licet.registry.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** Whether a receiver is told anything. */
public enum ReceiverState implements ClosedChoice {
    ON("on"),
    /** Messages wait until it is on again. */
    OFF("off"),
    DELETED("deleted");

    private final String word;

    ReceiverState(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
