package licet.registry.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import licet.registry.platform.Statements;
import licet.registry.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditChainTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private TestDatabase database;

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create();
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @RepeatedTest(5)
    void anyMixOfConcurrentTransactionsLeavesOneUnbrokenChain(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var transactions = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 40; i++) {
            transactions.add(transaction(1 + random.nextInt(4), random.nextInt(4) == 0, random.nextInt()));
        }
        var committed = 0L;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(transactions)) {
                committed += done.get();
            }
        }
        try (var connection = database.app().connect()) {
            var head = new Statements(connection).get("SELECT seq, hash FROM head", AuditChain::readHead);
            assertThat(head.seq()).isEqualTo(committed);
            assertThat(AuditChain.verify(connection)).isEqualTo(new AuditVerification.Intact(head));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action = 'x'",
                "actor_kind = 'system'",
                "actor_id = '00000000-0000-7000-8000-000000000000'",
                "via = 'system'",
                "object_kind = 'x'",
                "object_id = 'x'",
                "detail = '{}'",
                "reason = 'x'",
                "reason = NULL",
                "at = at + interval '1 microsecond'",
                "hash = decode(repeat('ab', 32), 'hex')",
                "prev_hash = decode(repeat('ab', 32), 'hex')"
            })
    void everyColumnOfARowIsBoundByTheChain(String change) throws SQLException {
        append(9);
        tamper("UPDATE audit_entry SET " + change + " WHERE seq = 5");
        assertThat(verify()).isEqualTo(new AuditVerification.Altered(5));
    }

    @Test
    void theFirstBrokenRowIsNamed() throws SQLException {
        append(9);
        tamper("UPDATE audit_entry SET reason = 'x' WHERE seq IN (4, 7)");
        assertThat(verify()).isEqualTo(new AuditVerification.Altered(4));
    }

    @Test
    void rowsMissingInTheMiddleAreNamed() throws SQLException {
        append(9);
        tamper("DELETE FROM audit_entry WHERE seq BETWEEN 4 AND 6");
        assertThat(verify()).isEqualTo(new AuditVerification.Missing(4, 6));
    }

    @Test
    void aMissingTailIsFound() throws SQLException {
        append(19);
        tamper("DELETE FROM audit_entry WHERE seq > 9");
        assertThat(verify()).isInstanceOfSatisfying(AuditVerification.EndDiffers.class, found -> {
            assertThat(found.reached().seq()).isEqualTo(9);
            assertThat(found.expected().seq()).isEqualTo(19);
        });
    }

    @Test
    void theEmptyChainIsIntact() throws SQLException {
        assertThat(verify()).isInstanceOf(AuditVerification.Intact.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET reason = 'x'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry CASCADE",
                "DELETE FROM blob",
                "UPDATE blob SET length = 1",
                "UPDATE snapshot SET revision = 'x'",
                "DELETE FROM conclusion",
                "UPDATE deployment_version SET body = 'x'",
                "UPDATE api_token SET scope = 'write'",
                "DELETE FROM head",
                "CREATE TABLE mine (id int)",
                "ALTER TABLE audit_entry DISABLE TRIGGER ALL"
            })
    void theApplicationRoleCannotRewriteWhatWasWritten(String statement) throws SQLException {
        append(1);
        try (var connection = database.app().connect()) {
            assertThatThrownBy(() -> execute(connection, statement)).hasMessageMatching("(?s).*(denied|owner).*");
        }
    }

    @Test
    void evenTheOwnerIsStoppedFromASlip() throws SQLException {
        append(1);
        try (var connection = database.owner().connect()) {
            assertThatThrownBy(() -> execute(connection, "DELETE FROM audit_entry"))
                    .hasMessageContaining("append-only");
        }
    }

    private Callable<Integer> transaction(int events, boolean rollBack, int salt) {
        return () -> {
            try (var connection = database.app().connect()) {
                connection.setAutoCommit(false);
                var batch = new ArrayList<AuditEvent>();
                for (var i = 0; i < events; i++) {
                    batch.add(event(salt + i));
                }
                AuditChain.append(connection, CLOCK, batch);
                if (rollBack) {
                    connection.rollback();
                    return 0;
                }
                connection.commit();
                return events;
            }
        };
    }

    private void append(int entries) throws SQLException {
        try (var connection = database.app().connect()) {
            connection.setAutoCommit(false);
            for (var i = 0; i < entries; i++) {
                AuditChain.append(connection, CLOCK, List.of(event(i)));
            }
            connection.commit();
        }
    }

    private static AuditEvent event(int salt) {
        return AuditEvent.of(
                        new Actor.Person(new UUID(salt, 1)), "thing.change", "thing", "t" + salt, Map.of("to", salt))
                .because("because \u00e4, \"quoted\"");
    }

    private AuditVerification verify() throws SQLException {
        try (var connection = database.app().connect()) {
            return AuditChain.verify(connection);
        }
    }

    /** As somebody would who owns the server: triggers and constraints aside. */
    private void tamper(String statement) throws SQLException {
        try (var connection = database.admin().connect()) {
            execute(connection, "SET session_replication_role = replica");
            new Statements(connection).update(statement);
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }
}
