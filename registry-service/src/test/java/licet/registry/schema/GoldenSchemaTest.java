package licet.registry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import licet.registry.platform.Statements;
import licet.registry.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What all migrations together make. After a new one, write the file anew with {@code -Dlicet.golden=write}. */
class GoldenSchemaTest {
    private static final Path GOLDEN = Path.of(System.getProperty("licet.root"), "db", "schema.golden.sql");

    @Test
    void theMigrationsMakeTheReviewedSchema() throws SQLException, IOException {
        try (var database = TestDatabase.create();
                var owner = database.owner().connect()) {
            var actual = new SchemaDump(owner).text();
            if ("write".equals(System.getProperty("licet.golden"))) {
                Files.writeString(GOLDEN, actual);
            }
            assertThat(actual)
                    .as("mvn -pl registry-service -am test -Dtest=GoldenSchemaTest -Dlicet.golden=write")
                    .isEqualTo(Files.readString(GOLDEN));
        }
    }

    @Test
    void everyTableSaysWhatItIsFor() throws SQLException {
        try (var database = TestDatabase.create();
                var owner = database.owner().connect()) {
            var silent = new Statements(owner)
                    .list(
                            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                                    + " AND relkind = 'r' AND obj_description(oid) IS NULL"
                                    + " AND relname <> 'flyway_schema_history'",
                            row -> row.getString(1));
            assertThat(silent).isEmpty();
        }
    }
}
