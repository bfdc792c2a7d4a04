package licet.registry.postgres;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date with the owner role, before anything else looks at the database. */
public final class Migrations {
    private Migrations() {}

    /** Returns how many were applied; the migrations grant to the role that they are told here. */
    public static int apply(Databases databases) {
        var owner = databases.owner();
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migrations")
                .placeholders(Map.of("appRole", databases.app().user()))
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
