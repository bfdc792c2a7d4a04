package licet.registry.alert;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
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
        raise(sql, alert, Audience.NOBODY);
    }

    /** @param others who want to know, beside the people whom it asks for something */
    public void raise(Statements sql, NewAlert alert, Audience others) {
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
        var people = tell(sql, id, others.plus(alert.people(), Digest.IMMEDIATE));
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

    private static List<String> tell(Statements sql, UUID alert, Audience audience) {
        var people = List.copyOf(audience.people().entrySet());
        return sql.list(
                "INSERT INTO alert_person (person, alert_id, digest) SELECT p.id, ?, w.digest"
                        + " FROM unnest(?::uuid[], ?::text[]) AS w (person, digest) JOIN person p ON p.id = w.person"
                        + " WHERE p.state = 'active' RETURNING person",
                row -> row.getString("person"),
                alert,
                people.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                people.stream().map(one -> one.getValue().word()).toArray(String[]::new));
    }
}
