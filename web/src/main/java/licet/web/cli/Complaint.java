package licet.web.cli;

import java.io.Serial;

/** What goes wrong in a way that the person at the terminal can mend: one line and an exit code. */
final class Complaint extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    Complaint(ExitCode exitCode, String key, Object... values) {
        super(Texts.get(key, values));
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
