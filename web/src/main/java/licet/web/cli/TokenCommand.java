package licet.web.cli;

import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import licet.registry.identity.NewToken;
import licet.registry.identity.TokenIssuer;
import licet.registry.platform.http.Scope;
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
                            converter = ScopeConverter.class)
                    Scope scope,
            @Mixin DataOption data)
            throws SQLException {
        var wanted = new NewToken(name, scope, null);
        try (var database = DatabaseSource.ofEnvironment().join(data.folder());
                var connection = database.databases().app().connect()) {
            var issued = new TokenIssuer(connection, Clock.systemUTC()).issueForHost(wanted);
            Terminal.system().line(issued.secret());
            return 0;
        }
    }
}
