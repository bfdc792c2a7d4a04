package licet.web.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import licet.registry.platform.problem.ProblemException;
import licet.registry.postgres.DatabaseProblem;
import licet.web.check.CheckProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From arguments to an exit code; every failure is one line. */
@Command(
        name = "licet",
        subcommands = {
            ServeCommand.class,
            TrainCommand.class,
            ImportCommand.class,
            SyncCommand.class,
            TokenCommand.class,
            AuditCommand.class,
            CheckCommand.class,
            ScanCommand.class,
            ExplainCommand.class,
            ObligationsCommand.class,
            PolicyCommand.class
        })
public final class CommandLines implements Callable<Integer> {
    private static final Terminal TERMINAL = Terminal.system();

    @Option(names = {"-h", "--help"})
    private boolean help;

    @Option(names = "--version")
    private boolean version;

    public static int execute(String... arguments) {
        var line = new CommandLine(new CommandLines());
        line.setParameterExceptionHandler((problem, _) -> refuse(problem));
        line.setExecutionExceptionHandler((problem, of, _) -> codeOf(of, explain(problem)));
        return line.execute(arguments);
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        if (version) {
            TERMINAL.line("licet " + version());
            return 0;
        }
        TERMINAL.line(helpText());
        return help ? 0 : ExitCode.USAGE.number();
    }

    static String version() {
        return Optional.ofNullable(CommandLines.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }

    /** Whatever goes wrong in a command that answers by its exit code must not look like an answer. */
    private static int codeOf(CommandLine of, int code) {
        return asks(of) ? Asking.FAILED : code;
    }

    private static boolean asks(CommandLine of) {
        return of.getCommand() instanceof Asking
                || Optional.ofNullable(of.getParent())
                        .filter(CommandLines::asks)
                        .isPresent();
    }

    private static String helpText() {
        try (var text = Objects.requireNonNull(CommandLines.class.getResourceAsStream("help.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static int refuse(CommandLine.ParameterException problem) {
        TERMINAL.warn("usage", firstLine(problem.getMessage()));
        return codeOf(problem.getCommandLine(), ExitCode.USAGE.number());
    }

    private static int explain(Exception problem) {
        if (System.getenv("LICET_TRACE") != null) {
            problem.printStackTrace(TERMINAL.err());
        }
        return switch (problem) {
            case Complaint complaint -> end(complaint.exitCode(), complaint.getMessage());
            case CheckProblem refused -> end(ExitCode.FAILED, refused.getMessage());
            case ProblemException refused -> end(ExitCode.USAGE, refused.getMessage());
            case SQLException database ->
                end(ExitCode.NO_DATABASE, Texts.get("database", String.valueOf(database.getMessage())));
            case DatabaseProblem.FolderInUse inUse -> end(ExitCode.FOLDER_IN_USE, inUse.getMessage());
            case DatabaseProblem database -> end(ExitCode.NO_DATABASE, database.getMessage());
            default ->
                end(
                        ExitCode.FAILED,
                        Texts.get("unexpected", firstLine(rootOf(problem).toString())));
        };
    }

    private static Throwable rootOf(Throwable problem) {
        var cause = problem.getCause();
        return cause == null ? problem : rootOf(cause);
    }

    private static int end(ExitCode code, @Nullable String message) {
        TERMINAL.complain(firstLine(message));
        return code.number();
    }

    private static String firstLine(@Nullable String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
