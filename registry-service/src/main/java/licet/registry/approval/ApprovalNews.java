package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

/** What becomes of an approval: audited, told to the outside, and to those who answer for it. */
@Singleton
class ApprovalNews {
    private final AuditLog audit;
    private final Outbox outbox;
    private final Alerts alerts;
    private final Clock clock;

    ApprovalNews(AuditLog audit, Outbox outbox, Alerts alerts, Clock clock) {
        this.audit = audit;
        this.outbox = outbox;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** @param reason empty where nobody gave one */
    record Told(Actor actor, String action, Map<String, ?> detail, String reason) {}

    /** One entry in the audit chain and one message. An approval has the id of its request, which says what it is about. */
    void write(Statements sql, UUID approval, Told told) {
        var event = AuditEvent.of(told.actor(), told.action(), Approvals.KIND, approval.toString(), told.detail());
        audit.append(told.reason().isEmpty() ? event : event.because(told.reason()));
        var payload = new HashMap<String, Object>(about(sql, approval));
        payload.put("approval", approval.toString());
        payload.putAll(told.detail());
        outbox.append(new OutboxMessage(
                TimeOrderedId.at(clock.instant()),
                told.action(),
                Approvals.KIND,
                approval.toString(),
                CanonicalJson.write(payload)));
    }

    /** Whoever would have decided learns it at once, administrators too. */
    void brokeGlass(Statements sql, ApprovalRequest request, BrokenGlass made, Told told) {
        write(sql, request.id(), told);
        var now = clock.instant();
        var people = owners(sql, request.id());
        people.addAll(Entitled.approvers(sql));
        people.addAll(Entitled.administrators(sql));
        request.stages().forEach(stage -> people.addAll(Entitled.people(sql, stage.by(), now)));
        var facts = new HashMap<>(Map.of(
                NewAlert.OF,
                "round " + request.round(),
                "person",
                made.by().id().toString(),
                "until",
                made.until().toString()));
        alert(sql, people, AlertKind.BREAK_GLASS, request.id(), facts);
    }

    void stale(Statements sql, UUID approval, Instant since, Optional<Instant> graceUntil) {
        Map<String, String> facts =
                graceUntil.map(until -> Map.of("graceUntil", until.toString())).orElse(Map.of());
        alert(sql, AlertKind.APPROVAL_STALE, approval, "stale " + since, facts);
    }

    void ended(Statements sql, UUID approval) {
        alert(sql, AlertKind.APPROVAL_ENDED, approval, "ended", Map.of());
    }

    /** @param of what tells alerts of the kind about one approval apart */
    private void alert(Statements sql, AlertKind kind, UUID approval, String of, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put(NewAlert.OF, of);
        alert(sql, owners(sql, approval), kind, approval, facts);
    }

    private void alert(Statements sql, Set<UUID> people, AlertKind kind, UUID approval, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.putAll(about(sql, approval));
        alerts.raise(sql, new NewAlert(kind, people, Steps.KIND, approval.toString(), facts));
    }

    private static Map<String, String> about(Statements sql, UUID approval) {
        return sql.get(
                "SELECT model, revision, deployment_key FROM approval_request WHERE id = ?",
                row -> Map.of(
                        "model", row.getString("model"),
                        "revision", row.getString("revision"),
                        "deployment", row.getString("deployment_key")),
                approval);
    }

    /** Who asked for it, and the team that owns its deployment. */
    static Set<UUID> owners(Statements sql, UUID approval) {
        return new TreeSet<>(sql.list(
                "SELECT requester AS person FROM approval_request WHERE id = ?"
                        + " UNION SELECT m.person_id FROM approval_request r JOIN team_deployment d"
                        + " ON d.deployment = r.deployment_key JOIN team_member m ON m.team_id = d.team_id"
                        + " WHERE r.id = ?",
                row -> row.getObject("person", UUID.class),
                approval,
                approval));
    }
}
