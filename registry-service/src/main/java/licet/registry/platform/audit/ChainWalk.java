package licet.registry.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import licet.registry.platform.Statements;

/** Reads entries one after the other, to the first thing that is wrong. The caller owns the transaction. */
final class ChainWalk {
    private static final int ROWS_AT_ONCE = 1000;
    private static final String ENTRIES =
            "SELECT " + AuditEntry.COLUMNS + " FROM audit_entry WHERE seq >= ? ORDER BY seq LIMIT ?";

    private final Connection connection;
    private final HeadMarks marks;

    ChainWalk(Connection connection, HeadMarks marks) {
        this.connection = connection;
        this.marks = marks;
    }

    /**
     * @param from number of the first entry, from 1
     * @param most entries to read
     */
    AuditPart walk(long from, long most) throws SQLException {
        var sql = new Statements(connection);
        var end = sql.get("SELECT seq, hash FROM head WHERE id = 1", AuditChain::readHead);
        var reached = from == 1 ? Optional.of(new Head(0, new byte[32])) : before(sql, from);
        if (reached.isEmpty()) {
            var missing = new AuditVerification.Missing(from - 1, from - 1);
            return new AuditPart(from, new Head(from - 2, new byte[32]), end, Optional.of(missing));
        }
        return marks.damage().isPresent()
                ? new AuditPart(from, reached.get(), end, marks.damage())
                : walk(from, most, reached.get(), end);
    }

    private static Optional<Head> before(Statements sql, long from) {
        return sql.find("SELECT seq, hash FROM audit_entry WHERE seq = ?", AuditChain::readHead, from - 1);
    }

    private AuditPart walk(long from, long most, Head start, Head end) throws SQLException {
        var reached = start;
        var count = 0L;
        try (var statement = connection.prepareStatement(ENTRIES)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setLong(1, from);
            statement.setLong(2, most);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var entry = AuditEntry.read(rows);
                    var flaw = flaw(entry, reached);
                    if (flaw.isPresent()) {
                        return new AuditPart(from, reached, end, flaw);
                    }
                    reached = entry.head();
                    count++;
                }
            }
        }
        var ended = count == most ? Optional.<AuditVerification>empty() : Optional.of(atTheEnd(reached, end));
        return new AuditPart(from, reached, end, ended);
    }

    private AuditVerification atTheEnd(Head reached, Head end) {
        return reached.equals(end)
                ? marks.beyond(end).orElse(new AuditVerification.Intact(end))
                : new AuditVerification.EndDiffers(reached, end);
    }

    private Optional<AuditVerification> flaw(AuditEntry entry, Head before) {
        if (entry.seq() != before.seq() + 1) {
            return Optional.of(new AuditVerification.Missing(before.seq() + 1, entry.seq() - 1));
        }
        return entry.follows(before) && entry.isIntact()
                ? marks.contradicts(entry.head())
                : Optional.of(new AuditVerification.Altered(entry.seq()));
    }
}
