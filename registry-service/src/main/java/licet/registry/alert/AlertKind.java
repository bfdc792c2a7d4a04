package licet.registry.alert;

import licet.registry.platform.ClosedChoice;

/** What somebody is told. */
public enum AlertKind implements ClosedChoice {
    REQUEST_WAITS("request-waits", Severity.WARNING),
    REQUEST_RETURNED("request-returned", Severity.WARNING),
    REQUEST_DECIDED("request-decided", Severity.INFO),
    COMMENT("comment", Severity.INFO),
    CONDITION_DUE("condition-due", Severity.WARNING),
    CONDITION_DONE("condition-done", Severity.INFO),
    APPROVAL_STALE("approval-stale", Severity.CRITICAL),
    APPROVAL_ENDING("approval-ending", Severity.WARNING),
    APPROVAL_ENDED("approval-ended", Severity.CRITICAL),
    BREAK_GLASS("break-glass", Severity.CRITICAL),
    WAIVER_ENDING("waiver-ending", Severity.WARNING),
    WAIVER_ENDED("waiver-ended", Severity.CRITICAL),
    /** A limit of time passed, and others are told as well. */
    ESCALATION("escalation", Severity.WARNING),
    /** A model that a watch had not seen before. */
    MODEL_NEW("model-new", Severity.INFO),
    LICENSE_TEXT_CHANGED("license-text-changed", Severity.CRITICAL),
    LICENSE_TAG_CHANGED("license-tag-changed", Severity.WARNING),
    GATING_CHANGED("gating-changed", Severity.WARNING),
    /** Other weights under an unchanged name. */
    WEIGHTS_CHANGED("weights-changed", Severity.CRITICAL),
    BASE_CHANGED("base-changed", Severity.WARNING),
    MODEL_RENAMED("model-renamed", Severity.WARNING),
    /** The Hub denies it, or its lists lack it. */
    MODEL_GONE("model-gone", Severity.CRITICAL),
    MODEL_RETURNED("model-returned", Severity.INFO),
    /** Taken down by the Hub, or given back. */
    MODEL_DISABLED("model-disabled", Severity.CRITICAL),
    RETIREMENT_NEAR("retirement-near", Severity.WARNING),
    /** The answer about something approved is not the one that was last told. */
    VERDICT_FLIPPED("verdict-flipped", Severity.CRITICAL),
    REVIEW_DUE("review-due", Severity.WARNING),
    SYNC_FAILING("sync-failing", Severity.WARNING),
    SYNC_WORKS("sync-works", Severity.INFO);

    private final String word;
    private final Severity severity;

    AlertKind(String word, Severity severity) {
        this.word = word;
        this.severity = severity;
    }

    @Override
    public String word() {
        return word;
    }

    public Severity severity() {
        return severity;
    }
}
