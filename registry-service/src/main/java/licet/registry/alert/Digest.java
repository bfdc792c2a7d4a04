package licet.registry.alert;

import licet.registry.platform.ClosedChoice;

/** When somebody is sent by e-mail what they were told, the soonest first. It stands in the inbox at once in any case. */
public enum Digest implements ClosedChoice {
    IMMEDIATE("immediate"),
    DAILY("daily"),
    WEEKLY("weekly"),
    /** Never: the inbox is enough. */
    INBOX("inbox");

    private final String word;

    Digest(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
