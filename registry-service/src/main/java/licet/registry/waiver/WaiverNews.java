package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.Outbox;
import licet.registry.platform.audit.OutboxMessage;
import licet.rules.format.CanonicalJson;

/** What becomes of a waiver: one entry in the audit chain and one message for each step, and who is told of it. */
@Singleton
class WaiverNews {
    private final AuditLog audit;
    private final Outbox outbox;
    private final Alerts alerts;
    private final Clock clock;

    WaiverNews(AuditLog audit, Outbox outbox, Alerts alerts, Clock clock) {
        this.audit = audit;
        this.outbox = outbox;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Where people find the evidence, and what a document is called, stay out of the log that nobody can erase. */
    void write(Actor actor, String action, Waiver waiver, String why) {
        var detail = new HashMap<String, Object>(about(waiver));
        detail.put("state", waiver.state().word());
        detail.put("ruleDigest", waiver.rule().digest());
        detail.put("texts", waiver.where().texts());
        detail.put("everyModel", waiver.where().everyModel());
        waiver.evidence().document().ifPresent(file -> detail.put("document", file.sha256()));
        audit.append(
                AuditEvent.of(actor, action, WaiverInstruments.KIND, waiver.id().toString(), detail)
                        .because(why));
        outbox.append(new OutboxMessage(
                TimeOrderedId.at(clock.instant()),
                action,
                WaiverInstruments.KIND,
                waiver.id().toString(),
                CanonicalJson.write(Map.of("waiver", waiver.id().toString(), "about", detail))));
    }

    void ending(Statements sql, Waiver waiver) {
        tell(sql, waiver, AlertKind.WAIVER_ENDING, Optional.empty(), "");
    }

    /** @param by who ended it and knows it already */
    void ended(Statements sql, Waiver waiver, Optional<UUID> by) {
        tell(sql, waiver, AlertKind.WAIVER_ENDED, by, waiver.state().word());
    }

    private void tell(Statements sql, Waiver waiver, AlertKind kind, Optional<UUID> but, String state) {
        var people = new HashSet<>(Set.of(waiver.proposed().person()));
        waiver.decided().ifPresent(step -> people.add(step.person()));
        but.ifPresent(people::remove);
        var facts = new HashMap<>(about(waiver));
        facts.put(NewAlert.OF, waiver.until().toString());
        facts.put("state", state);
        alerts.raise(
                sql,
                new NewAlert(kind, people, WaiverInstruments.KIND, waiver.id().toString(), facts));
    }

    private static Map<String, String> about(Waiver waiver) {
        return Map.of(
                "finding", waiver.rule().finding(),
                "rule", waiver.rule().rule(),
                "deployment", waiver.where().deployment(),
                "model", waiver.where().model(),
                "until", waiver.until().toString());
    }
}
