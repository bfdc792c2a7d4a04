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
}
