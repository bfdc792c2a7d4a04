package licet.registry.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** What became of a message for a receiver. */
public enum DeliveryState implements ClosedChoice {
    WAITING("waiting"),
    DELIVERED("delivered"),
    /** It was tried for three days. */
    GIVEN_UP("given-up");

    private final String word;

    DeliveryState(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
