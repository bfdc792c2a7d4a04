package licet.registry.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** How far a mail came. */
public enum MailState implements ClosedChoice {
    WAITING("waiting"),
    /** The server took it. */
    DELIVERED("delivered"),
    /** It was tried for three days, or the server says that there is no such address. */
    GIVEN_UP("given-up"),
    /** Its person is no longer active, or has no address any more. */
    DROPPED("dropped");

    private final String word;

    MailState(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
