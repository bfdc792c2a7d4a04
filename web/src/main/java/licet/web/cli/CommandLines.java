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
            AuditCommand.class
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
        line.setExecutionExceptionHandler((problem, _, _) -> explain(problem));
        return line.execute(arguments);
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        if (version) {
            TERMINAL.line("licet "
                    + Optional.ofNullable(CommandLines.class.getPackage().getImplementationVersion())
                            .orElse("(unpackaged)"));
            return 0;
        }
        TERMINAL.line(helpText());
        return help ? 0 : ExitCode.USAGE.number();
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
        return ExitCode.USAGE.number();
    }

    private static int explain(Exception problem) {
        if (System.getenv("LICET_TRACE") != null) {
            problem.printStackTrace(TERMINAL.err());
        }
        return switch (problem) {
            case Complaint complaint -> end(complaint.exitCode(), complaint.getMessage());
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
