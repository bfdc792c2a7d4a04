package licet.web.check;

/** What came of a check; the exit code is that of the gravest. */
public enum Outcome {
    PERMITTED(0, "permitted"),
    NEEDS(2, "needs"),
    DENIED(1, "denied"),
    /** It could not be asked. */
    FAILED(3, "error");

    private final int exitCode;
    private final String word;

    Outcome(int exitCode, String word) {
        this.exitCode = exitCode;
        this.word = word;
    }

    public int exitCode() {
        return exitCode;
    }

    public String word() {
        return word;
    }

    /** @param verdict as answers write it */
    static Outcome of(String verdict, boolean permitted) {
        if (permitted) {
            return PERMITTED;
        }
        return verdict.equals("DENY") ? DENIED : NEEDS;
    }
}
