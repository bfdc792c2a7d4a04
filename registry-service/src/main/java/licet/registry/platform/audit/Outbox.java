package licet.registry.platform.audit;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import licet.registry.platform.Statements;

/** Messages that leave only if their change is committed. */
@Singleton
public final class Outbox {
    private final ChangeCollector collector;

    Outbox(ChangeCollector collector) {
        this.collector = collector;
    }

    /** The transaction must also audit the change that this message is about. */
    public void append(OutboxMessage message) {
        collector.collect(message);
    }

    static void insert(Statements sql, List<OutboxMessage> messages, Instant at, long seq) {
        sql.batch(
                "INSERT INTO outbox (id, topic, object_kind, object_id, payload, created_at, seq)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                messages.stream()
                        .map(m -> new Object[] {m.id(), m.topic(), m.objectKind(), m.objectId(), m.payload(), at, seq})
                        .toList());
    }
}
