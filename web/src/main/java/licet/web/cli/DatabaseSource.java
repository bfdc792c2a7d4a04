package licet.web.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import licet.registry.postgres.DatabaseProblem;
import licet.registry.postgres.Databases;
import licet.registry.postgres.Durability;
import licet.registry.postgres.EmbeddedPostgres;
import licet.registry.postgres.Migrations;

/** Where the database is: the one of LICET_DATABASE_URL, or the one that Licet carries, in the data folder. */
record DatabaseSource(Map<String, String> environment, Terminal terminal) {
    static final String URL = "LICET_DATABASE_URL";
    static final String OWNER_URL = "LICET_DATABASE_OWNER_URL";

    DatabaseSource {
        environment = Map.copyOf(environment);
    }

    static DatabaseSource ofEnvironment() {
        return new DatabaseSource(System.getenv(), Terminal.system());
    }

    /** For the server, which must be alone in its data folder. */
    OpenDatabase open(Path dataFolder) {
        return findExternal().orElseGet(() -> start(dataFolder));
    }

    /** For a task beside the server: through the server's database when that runs, through one of its own when not. */
    OpenDatabase join(Path dataFolder) {
        return findExternal().orElseGet(() -> {
            try {
                var started = start(dataFolder);
                Migrations.apply(started.databases());
                return started;
            } catch (DatabaseProblem.FolderInUse serverRuns) {
                var running = EmbeddedPostgres.findRunning(dataFolder).orElseThrow(() -> serverRuns);
                return new OpenDatabase(running, dataFolder.toString(), () -> {});
            }
        });
    }

    private static OpenDatabase start(Path dataFolder) {
        var postgres = EmbeddedPostgres.start(dataFolder, Durability.DURABLE);
        return new OpenDatabase(postgres.databases(), dataFolder.toString(), postgres::close);
    }

    private Optional<OpenDatabase> findExternal() {
        var app = environment.get(URL);
        var owner = environment.get(OWNER_URL);
        if (app == null) {
            if (owner != null) {
                throw new Complaint(ExitCode.USAGE, "owner-url-alone", OWNER_URL, URL);
            }
            return Optional.empty();
        }
        var appLogin = ExternalUrl.parse(URL, app);
        var ownerLogin = owner == null ? appLogin : ExternalUrl.parse(OWNER_URL, owner);
        if (owner == null) {
            terminal.warn("one-role", URL, OWNER_URL);
        }
        return Optional.of(new OpenDatabase(new Databases(ownerLogin, appLogin), appLogin.url(), () -> {}));
    }
}
