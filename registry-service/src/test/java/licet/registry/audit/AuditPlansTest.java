package licet.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.registry.platform.Statements;
import licet.registry.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every filter that is offered finds its entries by an index, in a log of 100,000. */
class AuditPlansTest {
    private static TestDatabase database;
    private static Connection connection;
    private static Statements sql;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.create();
        try (var owner = database.owner().connect()) {
            var all = new Statements(owner);
            all.update("INSERT INTO audit_entry (seq, at, actor_kind, actor_id, via, action, object_kind, object_id,"
                    + " detail, prev_hash, hash) SELECT n, timestamptz '2026-01-01' + n * interval '1 minute',"
                    + " CASE WHEN n % 1000 = 1 THEN 'host' WHEN n % 3 = 0 THEN 'person' ELSE 'system' END,"
                    + " CASE WHEN n % 1000 <> 1 AND n % 3 = 0 THEN ('00000000-0000-7000-8000-' || lpad((n % 500)::text, 12, '0'))::uuid END,"
                    + " CASE WHEN n % 1000 = 1 THEN 'host' WHEN n % 3 = 0 THEN 'session' ELSE 'system' END,"
                    + " 'a' || (n % 400), 'k' || (n % 300), 'i' || (n % 5000), '{}', sha256((n - 1)::text::bytea),"
                    + " sha256(n::text::bytea) FROM generate_series(1, 100000) n");
            all.update("VACUUM (ANALYZE) audit_entry");
        }
        connection = database.app().connect();
        sql = new Statements(connection);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', audit_entry_pk",
        "kind=k7, audit_entry_by_kind",
        "kind=k7;id=i7, audit_entry_by_object",
        "action=a7, audit_entry_by_action",
        "actor=00000000-0000-7000-8000-000000000003, audit_entry_by_actor",
        "actor=host, audit_entry_by_nobody",
        "from=2026-02-01;to=2026-02-01, audit_entry_",
        "from=2026-02-01;to=2026-02-03;kind=k7, audit_entry_by_"
    })
    void aPageIsFoundByAnIndex(String filter, String index) {
        Map<String, List<String>> parameters = Stream.of(filter.split(";"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> List.of(part[1])));
        for (boolean later : List.of(false, true)) {
            var asked = AuditSql.of(sql, AuditQuery.parse(parameters));
            if (later) {
                asked.below(60_000);
            }
            var plan = plan(asked.text(AuditTrail.SELECT, AuditTrail.NEWEST), asked.arguments(51));
            assertThat(plan).contains(index).doesNotContain("Seq Scan on audit_entry");
        }
    }

    @ParameterizedTest
    @CsvSource({"from=2026-02-01", "to=2026-02-01"})
    void momentsAreLookedUpByTheirIndex(String filter) {
        var plan = plan(
                filter.startsWith("from")
                        ? "SELECT seq FROM audit_entry WHERE at < now() ORDER BY at DESC, seq DESC LIMIT 1"
                        : "SELECT seq FROM audit_entry WHERE at >= now() ORDER BY at, seq LIMIT 1");
        assertThat(plan).contains("audit_entry_by_time");
    }

    private static String plan(String text, Object... arguments) {
        return String.join("\n", sql.list("EXPLAIN " + text, row -> row.getString(1), arguments));
    }
}
