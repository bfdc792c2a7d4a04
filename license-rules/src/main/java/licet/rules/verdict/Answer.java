package licet.rules.verdict;

/** The three answers; the order is the order of strength. */
public enum Answer {
    DENY,
    NEEDS,
    ALLOW
}
