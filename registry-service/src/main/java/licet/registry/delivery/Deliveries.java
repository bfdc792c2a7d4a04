package licet.registry.delivery;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** What was sent, what came back, and what to send once more. */
@Singleton
public class Deliveries {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;
    private static final String SORT = "newest";
    private static final int MOST_ATTEMPTS = 10;

    private final Database database;
    private final Receivers receivers;
    private final AuditLog audit;
    private final Clock clock;

    Deliveries(Database database, Receivers receivers, AuditLog audit, Clock clock) {
        this.database = database;
        this.receivers = receivers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of one receiver, the newest first. @param limit from 1 to {@value #MAX_LIMIT} */
    public Delivery.Page list(UUID receiver, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw NewReceiver.malformed("limit", Integer.toString(limit), "use a number from 1 to " + MAX_LIMIT);
        }
        receivers.get(receiver);
        var before = cursor.map(Deliveries::place).orElse(new Place(Long.MAX_VALUE, new UUID(-1, -1)));
        var found = database.read(sql -> sql.list(
                "SELECT * FROM webhook_delivery WHERE receiver_id = ? AND (seq, message_id) < (?, ?)"
                        + " ORDER BY seq DESC, message_id DESC LIMIT ?",
                row -> new Row(row.getLong("seq"), read(sql, row)),
                receiver,
                before.seq(),
                before.message(),
                limit + 1));
        var shown = found.stream().limit(limit).toList();
        return new Delivery.Page(
                shown.stream().map(Row::delivery).toList(),
                found.size() > limit ? Optional.of(cursor(shown.getLast())) : Optional.empty());
    }

    private record Row(long seq, Delivery delivery) {}

    private record Place(long seq, UUID message) {}

    private static String cursor(Row last) {
        return new Cursor(SORT, last.delivery().id().toString(), last.seq()).text();
    }

    private static Place place(String cursor) {
        return Cursor.parse(cursor, SORT)
                .filter(known -> String.valueOf(known.value()).matches("[0-9a-f-]{36}"))
                .map(known -> new Place(known.id(), UUID.fromString(String.valueOf(known.value()))))
                .orElseThrow(() -> NewReceiver.malformed("cursor", cursor, "use the cursor of the page before"));
    }

    /** Sends one again, from the beginning of its tries. */
    public Delivery replay(UUID receiver, UUID message, Principal caller) {
        return database.write(sql -> {
            var now = clock.instant();
            int again = sql.update(
                    "UPDATE webhook_delivery SET state = 'waiting', tries = 0, begun_at = ?, next_at = ?, ended_at = NULL"
                            + " WHERE receiver_id = ? AND message_id = ?",
                    now,
                    now,
                    receiver,
                    message);
            if (again == 0) {
                throw new RegistryProblem.NotFound("delivery", message.toString()).asException();
            }
            audit.append(AuditEvent.of(
                    caller.actor(),
                    "webhook.replay",
                    Receivers.KIND,
                    receiver.toString(),
                    Map.of("message", message.toString())));
            return sql.get(
                    "SELECT * FROM webhook_delivery WHERE receiver_id = ? AND message_id = ?",
                    row -> read(sql, row),
                    receiver,
                    message);
        });
    }

    private static Delivery read(Statements sql, ResultSet row) throws SQLException {
        var state =
                ClosedChoice.find(DeliveryState.class, row.getString("state")).orElseThrow();
        var message = row.getObject("message_id", UUID.class);
        return new Delivery(
                message,
                row.getString("topic"),
                row.getString("object_kind"),
                row.getString("object_id"),
                state,
                row.getInt("tries"),
                Statements.getInstant(row, "happened_at"),
                state == DeliveryState.WAITING ? Optional.of(Statements.getInstant(row, "next_at")) : Optional.empty(),
                Optional.ofNullable(Statements.findInstant(row, "ended_at")),
                attempts(sql, row.getObject("receiver_id", UUID.class), message));
    }

    private static List<Delivery.Attempt> attempts(Statements sql, UUID receiver, UUID message) {
        return sql.list(
                "SELECT * FROM webhook_try WHERE receiver_id = ? AND message_id = ? ORDER BY tried_at DESC LIMIT "
                        + MOST_ATTEMPTS,
                row -> new Delivery.Attempt(
                        Statements.getInstant(row, "tried_at"),
                        Optional.ofNullable(row.getObject("status", Integer.class)),
                        row.getInt("millis"),
                        row.getString("answer")),
                receiver,
                message);
    }
}
