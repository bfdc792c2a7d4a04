package licet.registry.platform.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import licet.registry.platform.Statements;
import org.jspecify.annotations.Nullable;

/**
 * The chain over a plain connection. The command line uses it directly; the server through {@link AuditLog}.
 * The caller owns the transaction, and appending is its last act: from then on every other change waits for it.
 */
public final class AuditChain {
    private static final String INSERT =
            "INSERT INTO audit_entry (" + AuditEntry.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private AuditChain() {}

    public static Head append(Connection connection, Clock clock, List<AuditEvent> events) {
        return append(new Statements(connection), clock, events, List.of());
    }

    static Head append(Statements sql, Clock clock, List<AuditEvent> events, List<OutboxMessage> messages) {
        // The order of commits is the order of numbers, because this lock is held until the commit.
        var head = sql.get("SELECT seq, hash FROM head WHERE id = 1 FOR UPDATE", AuditChain::readHead);
        // The database keeps microseconds; a finer instant would not hash to the same value when it is read back.
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var rows = new ArrayList<@Nullable Object[]>();
        for (var event : events) {
            var entry = AuditEntry.after(head, at, event);
            rows.add(entry.columns());
            head = entry.head();
        }
        sql.batch(INSERT, rows);
        Outbox.insert(sql, messages, at, head.seq());
        sql.update("UPDATE head SET seq = ?, hash = ? WHERE id = 1", head.seq(), head.hash());
        return head;
    }

    /** Reads the whole chain in one snapshot of the database, from its start to the first thing that is wrong. */
    public static AuditVerification verify(Connection connection) {
        return verify(connection, HeadMarks.NONE);
    }

    /** @param marks what was written outside: it finds a chain that was rewritten from some entry on */
    public static AuditVerification verify(Connection connection, HeadMarks marks) {
        return verify(connection, 1, Long.MAX_VALUE, marks).ended().orElseThrow();
    }

    /**
     * The same for a part, where the whole would take too long at once.
     *
     * @param from number of the first entry to read, from 1
     * @param most entries to read
     */
    public static AuditPart verify(Connection connection, long from, long most, HeadMarks marks) {
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return new ChainWalk(connection, marks).walk(from, most);
            } finally {
                connection.rollback();
            }
        } catch (SQLException problem) {
            throw new IllegalStateException("the audit chain cannot be read", problem);
        }
    }

    /** The end of the chain. */
    public static Head head(Statements sql) {
        return sql.get("SELECT seq, hash FROM head WHERE id = 1", AuditChain::readHead);
    }

    static Head readHead(ResultSet row) throws SQLException {
        return new Head(row.getLong("seq"), row.getBytes("hash"));
    }
}
