package licet.rules.license;

/** Whether a license text gives one act, and where it says so. Silence is never a grant. */
public record Grant(State state, Citation citation) {
    public enum State {
        GRANTED,
        /** Given under the clauses of the same license. */
        CONDITIONED,
        WITHHELD,
        SILENT
    }

    /** Whether the text gives the right at all; what it is silent on is not given. */
    public boolean isGiven() {
        return switch (state) {
            case GRANTED, CONDITIONED -> true;
            case WITHHELD, SILENT -> false;
        };
    }
}
