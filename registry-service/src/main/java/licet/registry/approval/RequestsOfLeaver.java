package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.identity.LeaverWork;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.problem.RegistryProblem;

/** Nobody can answer for what a leaver asked; what they promised to do goes to a successor. */
@Singleton
final class RequestsOfLeaver implements LeaverWork {
    private final Alerts alerts;
    private final AuditLog audit;
    private final Clock clock;

    RequestsOfLeaver(Alerts alerts, AuditLog audit, Clock clock) {
        this.alerts = alerts;
        this.audit = audit;
        this.clock = clock;
    }

    private record Owed(UUID id, UUID request, LocalDate due, String model, String revision, String deployment) {}

    @Override
    public List<String> needing(Statements sql, UUID leaver) {
        return sql.list(
                "SELECT c.words FROM approval_condition c WHERE c.owner = ? AND c.done_at IS NULL ORDER BY c.due, c.id",
                row -> "the condition of an approval: " + row.getString("words"),
                leaver);
    }

    @Override
    public void handOver(Statements sql, Leaving leaving) {
        withdraw(sql, leaving);
        conditions(sql, leaving);
        endDelegations(sql, leaving);
    }

    private void withdraw(Statements sql, Leaving leaving) {
        var now = clock.instant();
        sql.list(
                        "UPDATE approval_request SET state = 'withdrawn', decided_at = ?, changed_at = ?,"
                                + " version = version + 1 WHERE requester = ?"
                                + " AND state IN ('draft', 'in-review', 'returned') RETURNING id",
                        row -> AuditEvent.of(
                                        leaving.by(),
                                        "approval-request.withdraw",
                                        GlassTable.end(sql, row.getObject("id", UUID.class), now)
                                                ? Approvals.KIND
                                                : Steps.KIND,
                                        row.getString("id"),
                                        Map.of())
                                .because("its requester left"),
                        now,
                        now,
                        leaving.leaver())
                .forEach(audit::append);
    }

    private void conditions(Statements sql, Leaving leaving) {
        var owed = sql.list(
                "SELECT c.id, c.request_id, c.due, r.model, r.revision, r.deployment_key FROM approval_condition c"
                        + " JOIN approval_request r ON r.id = c.request_id WHERE c.owner = ? AND c.done_at IS NULL"
                        + " ORDER BY c.id FOR UPDATE OF c",
                row -> new Owed(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        row.getObject("due", LocalDate.class),
                        row.getString("model"),
                        row.getString("revision"),
                        row.getString("deployment_key")),
                leaving.leaver());
        for (var condition : owed) {
            var successor = leaving.successor()
                    .orElseThrow(() -> new RegistryProblem.Malformed(
                                    "/successor", null, "name who takes over the conditions of approvals")
                            .asException());
            sql.update("UPDATE approval_condition SET owner = ? WHERE id = ?", successor, condition.id());
            var detail = Map.of(
                    "condition", condition.id().toString(),
                    "before", leaving.leaver().toString(),
                    "after", successor.toString());
            audit.append(AuditEvent.of(
                    leaving.by(),
                    "approval-request.condition-owner",
                    Steps.KIND,
                    condition.request().toString(),
                    detail));
            alerts.raise(sql, taken(condition, successor));
        }
    }

    /** The successor did not choose it, and has to know by when. */
    private static NewAlert taken(Owed condition, UUID successor) {
        return new NewAlert(
                AlertKind.CONDITION_DUE,
                Set.of(successor),
                Steps.KIND,
                condition.request().toString(),
                Map.of(
                        NewAlert.OF,
                        "owner " + condition.id() + " " + successor,
                        "condition",
                        condition.id().toString(),
                        "due",
                        condition.due().toString(),
                        "model",
                        condition.model(),
                        "revision",
                        condition.revision(),
                        "deployment",
                        condition.deployment()));
    }

    private void endDelegations(Statements sql, Leaving leaving) {
        sql.list(
                        "UPDATE approval_delegation SET ended_at = ? WHERE ? IN (person, delegate) AND ended_at IS NULL"
                                + " RETURNING id",
                        row -> AuditEvent.of(
                                        leaving.by(), "delegation.end", Delegations.KIND, row.getString("id"), Map.of())
                                .because("somebody left"),
                        clock.instant(),
                        leaving.leaver())
                .forEach(audit::append);
    }
}
