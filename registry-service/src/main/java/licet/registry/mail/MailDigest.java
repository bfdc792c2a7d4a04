package licet.registry.mail;

import com.fasterxml.jackson.annotation.JsonValue;
import licet.registry.platform.ClosedChoice;

/** What a mail gathers. */
public enum MailDigest implements ClosedChoice {
    IMMEDIATE("immediate"),
    DAILY("daily"),
    WEEKLY("weekly"),
    /** That of the test button. */
    TEST("test");

    private final String word;

    MailDigest(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }
}
