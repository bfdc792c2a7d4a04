package licet.web.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Access for programs, given out by whoever owns the data folder. */
@Command(name = "token")
final class TokenCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Complaint(ExitCode.USAGE, "token-usage");
    }

    /** The last line of the output is the token and nothing else, so that a script can take it. */
    @Command
    int create(
            @Option(names = "--name", paramLabel = "N", required = true) String name,
            @Option(
                            names = "--scope",
                            paramLabel = "read|gate|write",
                            required = true,
                            converter = Scope.Converter.class)
                    Scope scope,
            @Mixin DataOption data) {
        if (name.isBlank()) {
            throw new Complaint(ExitCode.USAGE, "blank-name");
        }
        try (var database = DatabaseSource.ofEnvironment().join(data.folder())) {
            var token = HostTasksLoader.load().createToken(database.databases().app(), name.strip(), scope.toString());
            Terminal.system().line(token);
            return 0;
        }
    }
}
