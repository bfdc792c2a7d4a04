package licet.registry.alert;

import licet.registry.platform.ClosedChoice;

/** What somebody is told. */
public enum AlertKind implements ClosedChoice {
    REQUEST_WAITS("request-waits"),
    REQUEST_RETURNED("request-returned"),
    REQUEST_DECIDED("request-decided"),
    COMMENT("comment"),
    CONDITION_DUE("condition-due"),
    CONDITION_DONE("condition-done"),
    APPROVAL_STALE("approval-stale"),
    APPROVAL_ENDING("approval-ending"),
    APPROVAL_ENDED("approval-ended"),
    BREAK_GLASS("break-glass"),
    WAIVER_ENDING("waiver-ending"),
    WAIVER_ENDED("waiver-ended"),
    /** A limit of time passed, and others are told as well. */
    ESCALATION("escalation");

    private final String word;

    AlertKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
