package licet.registry.alert;

import licet.registry.platform.ClosedChoice;

/** How much an alert matters, the least first. */
public enum Severity implements ClosedChoice {
    /** Good to know. */
    INFO("info"),
    /** Somebody should look at it before long. */
    WARNING("warning"),
    /** Something that is in use may not be permitted any more, or soon. */
    CRITICAL("critical");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
