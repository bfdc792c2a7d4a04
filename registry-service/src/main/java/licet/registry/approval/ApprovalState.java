package licet.registry.approval;

import licet.registry.platform.ClosedChoice;

/** Whether an approval lifts anything at a moment. Each has the condition under which a row is in it. */
public enum ApprovalState implements ClosedChoice {
    VALID("valid", "a.ended_at IS NULL AND a.valid_until > :now AND s.since IS NULL"),
    /** Something changed, and the policy lets it go on for a while. */
    GRACE("grace", "a.ended_at IS NULL AND a.valid_until > :now AND s.grace_until > :now"),
    /** Something changed: it lifts nothing. */
    STALE(
            "stale",
            "a.ended_at IS NULL AND a.valid_until > :now AND s.since IS NOT NULL"
                    + " AND (s.grace_until IS NULL OR s.grace_until <= :now)"),
    EXPIRED("expired", "a.ended_at IS NULL AND a.valid_until <= :now"),
    /** By people, or because another took its place. */
    ENDED("ended", "a.ended_at IS NOT NULL");

    private final String word;
    private final String condition;

    ApprovalState(String word, String condition) {
        this.word = word;
        this.condition = condition;
    }

    @Override
    public String word() {
        return word;
    }

    /** SQL over {@code approval a} and its open row of {@code approval_stale s}. @param now an expression */
    String condition(String now) {
        return condition.replace(":now", now);
    }
}
