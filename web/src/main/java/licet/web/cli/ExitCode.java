package licet.web.cli;

/** Documented in help.txt. 3, no JDK, is the launcher script's. */
enum ExitCode {
    FAILED(1),
    USAGE(2),
    PORT_IN_USE(4),
    FOLDER_IN_USE(5),
    AUDIT_BROKEN(6),
    NO_DATABASE(7),
    /** Part of what was asked for was not done: a model was skipped, a run was stopped or failed. */
    INCOMPLETE(8);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
