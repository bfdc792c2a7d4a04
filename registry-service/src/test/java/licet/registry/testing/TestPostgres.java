package licet.registry.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import licet.registry.postgres.DatabaseProblem;
import licet.registry.postgres.Databases;
import licet.registry.postgres.Durability;
import licet.registry.postgres.EmbeddedPostgres;
import licet.registry.postgres.Login;
import licet.registry.postgres.Migrations;

/**
 * One PostgreSQL for all tests of this process, with a migrated template that each {@link TestDatabase} copies. It
 * starts from nothing each time, since it does without fsync.
 */
final class TestPostgres {
    private static final Path FOLDER = Path.of("target", "test-postgres");
    /** More processes of one module's tests do not run at once. */
    private static final int MOST = 8;

    private static final String TEMPLATE = "licet_template";

    private final EmbeddedPostgres postgres;

    private TestPostgres(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static TestPostgres shared() {
        return Holder.SHARED;
    }

    Databases copyTemplate(String name) {
        return copy(TEMPLATE, name);
    }

    /** Nobody may be connected with the original. */
    Databases copy(String original, String name) {
        execute("CREATE DATABASE " + name + " TEMPLATE " + original + " OWNER licet_owner");
        return in(name);
    }

    void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    Login admin() {
        return postgres.admin();
    }

    private Databases in(String name) {
        var databases = postgres.databases();
        return new Databases(databases.owner().in(name), databases.app().in(name));
    }

    private void execute(String command) {
        try (var connection = admin().connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException problem) {
            throw new IllegalStateException(command, problem);
        }
    }

    private static TestPostgres start() {
        var postgres = startIn(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(postgres::close));
        var test = new TestPostgres(postgres);
        test.execute("CREATE DATABASE " + TEMPLATE + " OWNER licet_owner");
        Migrations.apply(test.in(TEMPLATE));
        return test;
    }

    /** Tests run in several processes: each takes the first folder that no other holds. */
    private static EmbeddedPostgres startIn(int number) {
        try {
            return EmbeddedPostgres.start(FOLDER.resolve(Integer.toString(number)), Durability.FAST_FOR_TESTS);
        } catch (DatabaseProblem.FolderInUse problem) {
            if (number == MOST) {
                throw problem;
            }
            return startIn(number + 1);
        }
    }

    private static final class Holder {
        static final TestPostgres SHARED = start();
    }
}
