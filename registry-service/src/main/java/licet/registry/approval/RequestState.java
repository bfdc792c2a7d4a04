package licet.registry.approval;

import licet.registry.platform.ClosedChoice;

/** Where a request stands. */
public enum RequestState implements ClosedChoice {
    DRAFT("draft"),
    IN_REVIEW("in-review"),
    RETURNED("returned"),
    APPROVED("approved"),
    REJECTED("rejected"),
    WITHDRAWN("withdrawn");

    private final String word;

    RequestState(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    public boolean isOpen() {
        return this == IN_REVIEW || this == RETURNED;
    }
}
