package licet.registry.postgres;

import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date with the owner role, before anything else looks at the database. */
public final class Migrations {
    private Migrations() {}

    /** Returns how many were applied; the migrations grant to the role that they are told here. */
    public static int apply(Databases databases) {
        try {
            return migrate(databases.owner(), databases.app().user());
        } catch (FlywayException refused) {
            var reason = String.valueOf(refused.getMessage()).lines().map(String::strip);
            throw new DatabaseProblem.SchemaRefused(
                    reason.filter(line -> !line.isEmpty()).limit(4).collect(Collectors.joining("; ")));
        }
    }

    private static int migrate(Login owner, String appRole) {
        return Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migrations")
                .placeholders(Map.of("appRole", appRole))
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
