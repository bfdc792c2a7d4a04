package licet.registry.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody can do to the chain who owns the server; each try is undone after it. */
class TamperTest {
    private static final int ENTRIES = 40;
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private static Path outside;

    private static TestDatabase database;
    private static Connection connection;
    private static Statements sql;
    private static HeadMarks marks;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.create();
        var files = new HeadFiles(outside);
        try (var app = database.app().connect()) {
            app.setAutoCommit(false);
            for (int i = 1; i <= ENTRIES; i++) {
                var head = AuditChain.append(app, Clock.systemUTC(), List.of(event(i)));
                if (i % 10 == 0) {
                    files.append(head, AT.plusSeconds(i));
                }
            }
            app.commit();
        }
        marks = files.read();
        connection = database.admin().connect();
        sql = new Statements(connection);
        sql.update("SET session_replication_role = replica");
        for (var check : List.of("seq_counts", "actor_kind_known", "actor_named", "via_known")) {
            sql.update("ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_" + check);
        }
        connection.setAutoCommit(false);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        database.close();
    }

    private static AuditEvent event(int i) {
        var actor = i % 3 == 0 ? Actor.PRODUCT : new Actor.Person(new UUID(i, 1));
        var event = AuditEvent.of(actor, "thing.change", "thing", "t" + i, Map.of("to", i));
        return i % 2 == 0 ? event : event.because("because " + i);
    }

    /** What the walk finds while the statement holds. */
    private static AuditVerification after(Tampering tampering) throws SQLException {
        try {
            tampering.run();
            return new ChainWalk(connection, marks)
                    .walk(1, Long.MAX_VALUE)
                    .ended()
                    .orElseThrow();
        } finally {
            connection.rollback();
        }
    }

    private interface Tampering {
        void run() throws SQLException;
    }

    @Test
    void untouchedItIsIntact() throws SQLException {
        assertThat(after(() -> {})).isInstanceOf(AuditVerification.Intact.class);
        assertThat(marks.count()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seq = seq + 1000",
                "at = at - interval '1 microsecond'",
                "actor_kind = CASE actor_kind WHEN 'host' THEN 'system' ELSE 'host' END",
                "actor_id = CASE WHEN actor_id IS NULL THEN gen_random_uuid() END",
                "via = CASE via WHEN 'host' THEN 'system' ELSE 'host' END",
                "action = action || 'x'",
                "object_kind = object_kind || 'x'",
                "object_id = object_id || ' '",
                "detail = replace(detail, '}', ' }')",
                "reason = CASE WHEN reason IS NULL THEN '' END",
                "prev_hash = sha256(prev_hash)",
                "hash = sha256(hash)"
            })
    void everyColumnOfEveryRowIsBound(String change) throws SQLException {
        for (int i = 1; i <= ENTRIES; i++) {
            int row = i;
            var found = after(() -> sql.update("UPDATE audit_entry SET " + change + " WHERE seq = ?", row));
            if (change.startsWith("seq") && row == ENTRIES) {
                assertThat(found).isEqualTo(new AuditVerification.Missing(ENTRIES, ENTRIES + 999));
            } else if (change.startsWith("seq")) {
                assertThat(found).isEqualTo(new AuditVerification.Missing(row, row));
            } else {
                assertThat(found).as("row " + row).isEqualTo(new AuditVerification.Altered(row));
            }
        }
    }

    @Test
    void anyRowThatIsTakenOutIsMissed() throws SQLException {
        for (int i = 1; i < ENTRIES; i++) {
            int row = i;
            assertThat(after(() -> sql.update("DELETE FROM audit_entry WHERE seq = ?", row)))
                    .isEqualTo(new AuditVerification.Missing(row, row));
        }
    }

    @Test
    void theLastTenAreMissed() throws SQLException {
        var found = after(() -> sql.update("DELETE FROM audit_entry WHERE seq > ?", ENTRIES - 10));
        assertThat(found).isInstanceOfSatisfying(AuditVerification.EndDiffers.class, end -> {
            assertThat(end.reached().seq()).isEqualTo(ENTRIES - 10);
            assertThat(end.expected().seq()).isEqualTo(ENTRIES);
        });
    }

    /** Nothing in the database tells; only what was written outside does. */
    @Test
    void theLastTenAreMissedEvenWhereTheHeadIsSetBack() throws SQLException {
        Tampering cut = () -> {
            sql.update("DELETE FROM audit_entry WHERE seq > ?", ENTRIES - 10);
            sql.update(
                    "UPDATE head SET seq = ?, hash = (SELECT hash FROM audit_entry WHERE seq = ?)",
                    ENTRIES - 10,
                    ENTRIES - 10);
        };
        assertThat(after(cut)).isEqualTo(new AuditVerification.Rewritten(ENTRIES, AT.plusSeconds(ENTRIES)));
        cut.run();
        assertThat(new ChainWalk(connection, HeadMarks.NONE).walk(1, 1_000).ended())
                .hasValueSatisfying(found -> assertThat(found).isInstanceOf(AuditVerification.Intact.class));
        connection.rollback();
    }

    @Test
    void rowsThatChangedPlacesAreFound() throws SQLException {
        var found = after(() -> {
            sql.update("UPDATE audit_entry SET seq = -seq WHERE seq IN (7, 12)");
            sql.update("UPDATE audit_entry SET seq = CASE seq WHEN -7 THEN 12 ELSE 7 END WHERE seq < 0");
        });
        assertThat(found).isEqualTo(new AuditVerification.Altered(7));
    }

    @Test
    void anInventedRowIsFound() throws SQLException {
        var found = after(() -> sql.update(
                "INSERT INTO audit_entry SELECT ?, at, actor_kind, actor_id, via, action,"
                        + " object_kind, object_id, detail, reason, hash, sha256(hash) FROM audit_entry WHERE seq = ?",
                ENTRIES + 1,
                ENTRIES));
        assertThat(found).isEqualTo(new AuditVerification.Altered(ENTRIES + 1));
    }

    /** Who knows the format writes the rest anew, with right hashes and the head to them. */
    @Test
    void aRewrittenEndIsFoundByWhatWasWrittenOutside() throws SQLException {
        for (int from : List.of(1, 15, 31, 40)) {
            Tampering rewrite = () -> rewriteFrom(from);
            int mark = (from + 9) / 10 * 10;
            assertThat(after(rewrite)).isEqualTo(new AuditVerification.Rewritten(mark, AT.plusSeconds(mark)));
            rewrite.run();
            assertThat(new ChainWalk(connection, HeadMarks.NONE).walk(1, 1_000).ended())
                    .hasValueSatisfying(found -> assertThat(found).isInstanceOf(AuditVerification.Intact.class));
            connection.rollback();
        }
    }

    private static void rewriteFrom(int from) {
        sql.update("DELETE FROM audit_entry WHERE seq >= ?", from);
        if (from == 1) {
            sql.update("UPDATE head SET seq = 0, hash = decode(repeat('00', 32), 'hex')");
        } else {
            sql.update(
                    "UPDATE head SET seq = ?, hash = (SELECT hash FROM audit_entry WHERE seq = ?)", from - 1, from - 1);
        }
        for (int i = from; i <= ENTRIES; i++) {
            AuditChain.append(connection, Clock.systemUTC(), List.of(event(i).because("it was somebody else")));
        }
    }

    @Test
    void partsReadTheSameAsTheWhole() throws SQLException {
        long from = 1;
        int parts = 0;
        AuditPart part;
        do {
            part = new ChainWalk(connection, marks).walk(from, 7);
            from = part.next();
            parts++;
        } while (part.ended().isEmpty());
        assertThat(parts).isEqualTo(6);
        assertThat(part.ended().get()).isInstanceOf(AuditVerification.Intact.class);
        sql.update("DELETE FROM audit_entry WHERE seq = 14");
        assertThat(new ChainWalk(connection, marks).walk(15, 7).ended())
                .contains(new AuditVerification.Missing(14, 14));
        connection.rollback();
    }

    @Test
    void aMarkThatCannotBeReadIsNoMark(@TempDir Path folder) throws Exception {
        var files = new HeadFiles(folder);
        files.append(new Head(3, new byte[32]), AT);
        var file = folder.resolve("2026-11.jsonl");
        Files.writeString(file, Files.readString(file) + "{\"seq\":");
        assertThat(new ChainWalk(connection, files.read()).walk(1, 99).ended())
                .contains(new AuditVerification.MarkUnreadable("2026-11.jsonl", 2));
        files.append(new Head(4, new byte[32]), AT);
        assertThat(Files.readAllLines(file)).hasSize(3);
    }
}
