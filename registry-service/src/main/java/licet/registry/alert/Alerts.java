package licet.registry.alert;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Outbox;
import licet.registry.platform.audit.OutboxMessage;
import licet.rules.format.CanonicalJson;

/** Tells people, in the transaction of the change that they are told of. */
@Singleton
public final class Alerts {
    private final Outbox outbox;
    private final Clock clock;

    Alerts(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Writes the alert for each of its people and the message to the outside, both under one id. What was told already
     * is not told again. The transaction must also audit the change.
     */
    public void raise(Statements sql, NewAlert alert) {
        var now = clock.instant();
        var id = TimeOrderedId.at(now);
        int fresh = sql.update(
                "INSERT INTO alert (id, kind, object_kind, object_id, about, facts, raised_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT alert_once DO NOTHING",
                id,
                alert.kind().word(),
                alert.objectKind(),
                alert.objectId(),
                alert.facts().getOrDefault(NewAlert.OF, ""),
                CanonicalJson.write(new AlertFacts(alert.facts())),
                now);
        if (fresh == 0) {
            return;
        }
        var people = sql.list(
                "INSERT INTO alert_person (person, alert_id) SELECT id, ? FROM person WHERE id = ANY (?)"
                        + " AND state = 'active' RETURNING person",
                row -> row.getString("person"),
                id,
                alert.people().toArray(UUID[]::new));
        var payload = Map.of(
                "alert", id.toString(),
                "kind", alert.kind().word(),
                "people", people.stream().sorted().toList(),
                "facts", alert.facts());
        outbox.append(new OutboxMessage(
                id,
                "alert." + alert.kind().word(),
                alert.objectKind(),
                alert.objectId(),
                CanonicalJson.write(payload)));
    }
}
