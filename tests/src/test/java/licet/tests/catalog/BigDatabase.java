package licet.tests.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import licet.registry.platform.Statements;
import licet.registry.postgres.Databases;
import licet.registry.postgres.Durability;
import licet.registry.postgres.EmbeddedPostgres;
import licet.registry.postgres.Migrations;
import licet.rules.Knowledge;

/** A database of its own with generated models, kept on disk so that a second run finds it loaded. */
record BigDatabase(EmbeddedPostgres postgres, String name) implements AutoCloseable {
    static final int PROFILES = 3_000;

    static BigDatabase open(Knowledge knowledge, int models, Consumer<String> progress)
            throws SQLException, IOException {
        var postgres = EmbeddedPostgres.start(Path.of("target", "catalog-postgres"), Durability.DURABLE);
        var database = new BigDatabase(postgres, "catalog_" + models);
        if (!database.isLoaded(models)) {
            database.create();
            try (var connection = database.logins().owner().connect()) {
                var profiles = new GeneratedProfiles(knowledge).list(PROFILES);
                new CatalogLoader(connection, profiles, "hub", progress).load(models);
            }
        } else {
            Migrations.apply(database.logins());
        }
        return database;
    }

    Databases logins() {
        var all = postgres.databases();
        return new Databases(all.owner().in(name), all.app().in(name));
    }

    Map<String, Object> properties() {
        var app = logins().app();
        return Map.of(
                "datasources.default.url", app.url(),
                "datasources.default.username", app.user(),
                "datasources.default.password", app.password());
    }

    private boolean isLoaded(int models) throws SQLException {
        try (var connection = postgres.admin().connect()) {
            var exists =
                    new Statements(connection).find("SELECT 1 FROM pg_database WHERE datname = ?", row -> true, name);
            if (exists.isEmpty()) {
                return false;
            }
        }
        try (var connection = logins().owner().connect()) {
            return new Statements(connection)
                                    .get(
                                            "SELECT count(*) AS n FROM pg_indexes WHERE tablename = 'popularity'",
                                            row -> row.getInt("n"))
                            == 5
                    && new Statements(connection).get("SELECT max(id) AS n FROM model", row -> row.getLong("n"))
                            == models;
        }
    }

    private void create() throws SQLException {
        try (var connection = postgres.admin().connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name + " OWNER licet_owner");
        }
        Migrations.apply(logins());
    }

    @Override
    public void close() {
        postgres.close();
    }
}
