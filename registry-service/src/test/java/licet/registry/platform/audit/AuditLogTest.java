package licet.registry.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.transaction.TransactionOperations;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.testing.TestRegistry;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    private final TestRegistry registry = TestRegistry.shared();
    private final Database database = registry.bean(Database.class);
    private final AuditLog audit = registry.bean(AuditLog.class);
    private final Outbox outbox = registry.bean(Outbox.class);

    @SuppressWarnings("unchecked")
    private final TransactionOperations<Session> transactions = registry.bean(TransactionOperations.class);

    @Test
    void jpaSqlAndAuditAreCommittedTogether() throws SQLException {
        var id = TimeOrderedId.at(registry.clock().instant());
        transactions.executeWrite(status -> write(status.getConnection(), id));
        assertThat(count("person", id)).isEqualTo(1);
        assertThat(countProfiles(id)).isEqualTo(1);
        assertThat(countEntries(id)).isEqualTo(1);
        assertThat(countMessages(id)).isEqualTo(1);
        verifyChain();
    }

    @Test
    void jpaSqlAndAuditAreRolledBackTogether() throws SQLException {
        var id = TimeOrderedId.at(registry.clock().instant());
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    write(status.getConnection(), id);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThat(count("person", id)).isZero();
        assertThat(countProfiles(id)).isZero();
        assertThat(countEntries(id)).isZero();
        assertThat(countMessages(id)).isZero();
        verifyChain();
    }

    @Test
    void theHeadMovesAfterEverythingElse() {
        var id = TimeOrderedId.at(registry.clock().instant());
        var before = headSeq();
        transactions.executeWrite(status -> {
            audit.append(event(id));
            // The lock on the head begins with the commit, not here.
            assertThat(headSeq()).isEqualTo(before);
            return status;
        });
        assertThat(headSeq()).isGreaterThan(before);
    }

    @Test
    void aChangeOutsideATransactionIsABug() {
        assertThatThrownBy(() -> audit.append(event(new UUID(1, 1)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMessageWithoutAnAuditedChangeNeverLeaves() {
        var id = new UUID(2, 2);
        assertThatThrownBy(() -> transactions.executeWrite(status -> {
                    outbox.append(new OutboxMessage(id, "test", "thing", "x", "{}"));
                    return status;
                }))
                .hasMessage("a message leaves only with an audited change");
        assertThat(countMessages(id)).isZero();
    }

    private Object write(Session session, UUID id) {
        EntityManager entities = session;
        entities.createNativeQuery("INSERT INTO person (id, login, state, created_at, version)"
                        + " VALUES (:id, :login, 'active', now(), 0)")
                .setParameter("id", id)
                .setParameter("login", "p" + id)
                .executeUpdate();
        audit.append(event(id));
        outbox.append(new OutboxMessage(id, "test", "person", id.toString(), "{}"));
        return database.write(
                sql -> sql.update("INSERT INTO person_profile (person_id, display_name) VALUES (?, 'P')", id));
    }

    private static AuditEvent event(UUID id) {
        return AuditEvent.of(Actor.PRODUCT, "person.create", "person", id.toString(), Map.of());
    }

    private long count(String table, UUID id) {
        return database.read(
                sql -> sql.get("SELECT count(*) FROM " + table + " WHERE id = ?", row -> row.getLong(1), id));
    }

    private long countMessages(UUID id) {
        return count("outbox", id);
    }

    private long countProfiles(UUID id) {
        return database.read(
                sql -> sql.get("SELECT count(*) FROM person_profile WHERE person_id = ?", row -> row.getLong(1), id));
    }

    private long countEntries(UUID id) {
        return database.read(sql ->
                sql.get("SELECT count(*) FROM audit_entry WHERE object_id = ?", row -> row.getLong(1), id.toString()));
    }

    private long headSeq() {
        return database.read(sql -> sql.get("SELECT seq FROM head", row -> row.getLong(1)));
    }

    private void verifyChain() throws SQLException {
        try (var connection = registry.database().app().connect()) {
            assertThat(AuditChain.verify(connection)).isInstanceOf(AuditVerification.Intact.class);
        }
    }
}
