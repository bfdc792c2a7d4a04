package licet.registry.instrument;

import licet.registry.platform.ClosedChoice;

/** Where a paper stands at a moment; only what acts lifts anything. */
public enum PaperState implements ClosedChoice {
    PENDING("pending"),
    ACTING("acting"),
    EXPIRED("expired"),
    REVOKED("revoked");

    private final String word;

    PaperState(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
