package licet.registry.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;

/**
 * Takes messages from the outbox to receivers. What is on its way is claimed in the database for a while, so that any
 * number of instances work side by side, and what dies with one of them is sent by another.
 */
@Singleton
public class Dispatcher {
    private static final int BATCH = 500;
    private static final int AT_ONCE = 32;
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Postman postman;
    private final SecretBox box;
    private final Bodies bodies;
    private final AuditLog audit;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Dispatcher(Database database, Postman postman, SecretBox box, Bodies bodies, AuditLog audit, Clock clock) {
        this.database = database;
        this.postman = postman;
        this.box = box;
        this.bodies = bodies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Moves everything that is due. Returns how many messages were sent, well or not. */
    public int run() {
        while (share() == BATCH) {
            // The next batch is taken at once.
        }
        int sent = 0;
        var claimed = claim();
        while (!claimed.isEmpty()) {
            send(claimed);
            sent += claimed.size();
            claimed = claim();
        }
        return sent;
    }

    /** Gives what happened to each receiver that wants it, and empties the outbox. */
    private int share() {
        return database.write(sql -> {
            var now = clock.instant();
            return sql.list(
                            "WITH taken AS (DELETE FROM outbox WHERE id IN (SELECT id FROM outbox ORDER BY seq, id LIMIT "
                                    + BATCH + ") RETURNING *), shared AS (INSERT INTO"
                                    + " webhook_delivery (receiver_id, message_id, topic, object_kind, object_id, payload,"
                                    + " happened_at, seq, state, tries, begun_at, next_at) SELECT r.id, t.id, t.topic,"
                                    + " t.object_kind, t.object_id, t.payload, t.created_at, t.seq, 'waiting', 0, ?, ?"
                                    + " FROM taken t JOIN webhook_receiver r ON r.state <> 'deleted' AND (r.topics = '[]'"
                                    + " OR EXISTS (SELECT 1 FROM jsonb_array_elements_text(r.topics::jsonb) p"
                                    + " WHERE starts_with(t.topic, p))) ON CONFLICT DO NOTHING)"
                                    + " SELECT count(*) AS n FROM taken",
                            row -> row.getInt("n"),
                            now,
                            now)
                    .getFirst();
        });
    }

    private record Claimed(
            UUID receiver,
            UUID message,
            Message about,
            int tries,
            Instant begunAt,
            ReceiverFormat format,
            String address,
            Optional<byte[]> sealedAddress,
            byte[] secret,
            Optional<byte[]> former) {}

    /** Of each object only the oldest: the next one waits until that is done with. */
    private List<Claimed> claim() {
        return database.write(sql -> {
            var now = clock.instant();
            return sql.list(
                    "WITH due AS (SELECT d.receiver_id, d.message_id FROM webhook_delivery d"
                            + " JOIN webhook_receiver r ON r.id = d.receiver_id AND r.state = 'on'"
                            + " WHERE d.state = 'waiting' AND d.next_at <= ? AND NOT EXISTS (SELECT 1"
                            + " FROM webhook_delivery e WHERE e.receiver_id = d.receiver_id"
                            + " AND e.object_kind = d.object_kind AND e.object_id = d.object_id AND e.state = 'waiting'"
                            + " AND (e.seq, e.message_id) < (d.seq, d.message_id))"
                            + " ORDER BY d.next_at, d.seq, d.message_id LIMIT " + AT_ONCE
                            + " FOR UPDATE OF d SKIP LOCKED)"
                            + " UPDATE webhook_delivery d SET next_at = ?, tries = d.tries + 1"
                            + " FROM due, webhook_receiver r WHERE d.receiver_id = due.receiver_id"
                            + " AND d.message_id = due.message_id AND r.id = d.receiver_id"
                            + " RETURNING d.*, r.format, r.address, r.sealed_address, r.sealed_secret, r.former_secret, r.former_until",
                    row -> claimed(row, now),
                    now,
                    now.plus(CLAIM));
        });
    }

    private static Claimed claimed(ResultSet row, Instant now) throws SQLException {
        var former = Statements.findInstant(row, "former_until");
        return new Claimed(
                row.getObject("receiver_id", UUID.class),
                row.getObject("message_id", UUID.class),
                new Message(
                        row.getString("topic"),
                        row.getString("object_kind"),
                        row.getString("object_id"),
                        row.getString("payload"),
                        Statements.getInstant(row, "happened_at")),
                row.getInt("tries"),
                Statements.getInstant(row, "begun_at"),
                ClosedChoice.find(ReceiverFormat.class, row.getString("format")).orElseThrow(),
                row.getString("address"),
                Optional.ofNullable(row.getBytes("sealed_address")),
                row.getBytes("sealed_secret"),
                former != null && now.isBefore(former) ? Optional.of(row.getBytes("former_secret")) : Optional.empty());
    }

    private void send(List<Claimed> claimed) {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            claimed.forEach(one -> pool.execute(() -> record(one, postman.send(letter(one)))));
        }
    }

    private Postman.Letter letter(Claimed one) {
        var address = one.sealedAddress()
                .map(hidden -> new String(box.open(one.receiver(), hidden), UTF_8))
                .orElse(one.address());
        return new Postman.Letter(one.message(), address, bodies.of(one.format(), one.about()), secrets(one));
    }

    private List<byte[]> secrets(Claimed one) {
        if (one.format().isChat()) {
            return List.of();
        }
        var secrets = new ArrayList<byte[]>();
        secrets.add(box.open(one.receiver(), one.secret()));
        one.former().ifPresent(former -> secrets.add(box.open(one.receiver(), former)));
        return secrets;
    }

    private void record(Claimed one, Postman.Result result) {
        database.write(sql -> {
            var now = clock.instant();
            sql.update(
                    "INSERT INTO webhook_try (receiver_id, message_id, tried_at, status, millis, answer)"
                            + " SELECT ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM webhook_delivery"
                            + " WHERE receiver_id = ? AND message_id = ?) ON CONFLICT DO NOTHING",
                    one.receiver(),
                    one.message(),
                    now,
                    result.status().orElse(null),
                    (int) result.took().toMillis(),
                    result.answer(),
                    one.receiver(),
                    one.message());
            if (result.isDelivered()) {
                end(sql, one, DeliveryState.DELIVERED, now);
            } else if (Duration.between(one.begunAt(), now).compareTo(Backoff.GIVE_UP) >= 0) {
                end(sql, one, DeliveryState.GIVEN_UP, now);
            } else {
                sql.update(
                        "UPDATE webhook_delivery SET next_at = ? WHERE receiver_id = ? AND message_id = ?"
                                + " AND state = 'waiting'",
                        now.plus(Backoff.after(one.tries(), result.retryAfter(), random)),
                        one.receiver(),
                        one.message());
            }
            if (result.isGone()) {
                turnOff(sql, one.receiver());
            }
            return 0;
        });
    }

    private static void end(Statements sql, Claimed one, DeliveryState state, Instant now) {
        sql.update(
                "UPDATE webhook_delivery SET state = ?, ended_at = ? WHERE receiver_id = ? AND message_id = ?"
                        + " AND state = 'waiting'",
                state.word(),
                now,
                one.receiver(),
                one.message());
    }

    private void turnOff(Statements sql, UUID receiver) {
        int off = sql.update("UPDATE webhook_receiver SET state = 'off' WHERE id = ? AND state = 'on'", receiver);
        if (off > 0) {
            audit.append(AuditEvent.of(Actor.PRODUCT, "webhook.off", Receivers.KIND, receiver.toString(), Map.of())
                    .because("its address answered 410: gone"));
        }
    }

    /** Forgets what was done with a month ago. Returns how many. */
    int prune() {
        return database.write(sql -> sql.update(
                "DELETE FROM webhook_delivery WHERE state <> 'waiting' AND ended_at < ?",
                clock.instant().minus(KEPT)));
    }
}
