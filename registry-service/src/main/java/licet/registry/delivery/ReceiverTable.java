package licet.registry.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;

/** The rows behind receivers. */
final class ReceiverTable {
    private static final String SELECT = "SELECT r.*, (SELECT count(*) FROM webhook_delivery d"
            + " WHERE d.receiver_id = r.id AND d.state = 'waiting') AS waiting FROM webhook_receiver r"
            + " WHERE r.state <> 'deleted'";

    private ReceiverTable() {}

    static List<Receiver> list(Statements sql) {
        return sql.list(SELECT + " ORDER BY lower(r.name), r.id", ReceiverTable::read);
    }

    static Optional<Receiver> find(Statements sql, UUID id) {
        return sql.find(SELECT + " AND r.id = ?", ReceiverTable::read, id);
    }

    static boolean isTaken(Statements sql, String name) {
        return !sql.list(
                        "SELECT 1 AS one FROM webhook_receiver WHERE lower(name) = lower(?) AND state <> 'deleted'",
                        row -> row.getInt("one"),
                        name)
                .isEmpty();
    }

    private static Receiver read(ResultSet row) throws SQLException {
        return new Receiver(
                row.getObject("id", UUID.class),
                row.getString("name"),
                ClosedChoice.find(ReceiverFormat.class, row.getString("format")).orElseThrow(),
                row.getString("address"),
                topics(row.getString("topics")),
                ClosedChoice.find(ReceiverState.class, row.getString("state")).orElseThrow(),
                Statements.getInstant(row, "made_at"),
                Optional.ofNullable(Statements.findInstant(row, "former_until")),
                row.getLong("waiting"));
    }

    static List<String> topics(String json) {
        return Arrays.asList(CanonicalJson.read(json, String[].class));
    }
}
