package licet.tests.sync;

import java.nio.file.Path;
import java.sql.SQLException;
import licet.registry.postgres.Databases;
import licet.registry.postgres.Durability;
import licet.registry.postgres.EmbeddedPostgres;
import licet.registry.postgres.Login;
import licet.registry.postgres.Migrations;

/** An empty database in a PostgreSQL that really writes to its disk. */
record BarsDatabase(EmbeddedPostgres postgres, String name) implements AutoCloseable {
    static BarsDatabase create() throws SQLException {
        var postgres = EmbeddedPostgres.start(Path.of("target", "bars-postgres"), Durability.DURABLE);
        var database = new BarsDatabase(postgres, "bars");
        database.execute("DROP DATABASE IF EXISTS bars WITH (FORCE)");
        database.execute("CREATE DATABASE bars OWNER licet_owner");
        var all = postgres.databases();
        Migrations.apply(new Databases(all.owner().in("bars"), database.app()));
        return database;
    }

    Login app() {
        return postgres.databases().app().in(name);
    }

    private void execute(String command) throws SQLException {
        try (var connection = postgres.admin().connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
