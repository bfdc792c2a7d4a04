package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.platform.Statements;
import licet.rules.policy.Workflow;

/** Tells people what a step of a request asks of them or did for them, in the transaction of the step. */
@Singleton
class Announcements {
    private final Alerts alerts;

    Announcements(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Where a request went: each stage that opens asks its people, whatever else ends at the one who asked. */
    void moved(Statements sql, Steps.Locked before, Request now) {
        var row = before.row();
        switch (now) {
            case Request.Draft _ -> {}
            case Request.InReview review -> {
                var known = before.request() instanceof Request.InReview earlier && earlier.round() == review.round()
                        ? earlier.open()
                        : List.<Workflow.Stage>of();
                review.open().stream()
                        .filter(stage -> !known.contains(stage))
                        .forEach(stage -> waits(sql, before, stage));
            }
            case Request.Returned _ ->
                tell(sql, row, AlertKind.REQUEST_RETURNED, Set.of(row.requester), "round " + row.round, Map.of());
            case Request.Closed closed -> closed(sql, row, closed.outcome());
        }
    }

    private void closed(Statements sql, RequestEntity row, Request.Closed.Outcome outcome) {
        switch (outcome) {
            case APPROVED -> {
                decided(sql, row);
                owed(sql, row);
            }
            case REJECTED -> decided(sql, row);
            case WITHDRAWN -> {}
        }
    }

    /** Nobody asks themselves. */
    private void waits(Statements sql, Steps.Locked before, Workflow.Stage stage) {
        var row = before.row();
        var people = new HashSet<>(Entitled.people(sql, stage.by(), before.now()));
        people.remove(row.requester);
        var facts = Map.of("stage", stage.key(), "round", Integer.toString(row.round));
        tell(sql, row, AlertKind.REQUEST_WAITS, people, "round " + row.round + " " + stage.key(), facts);
    }

    private void decided(Statements sql, RequestEntity row) {
        tell(sql, row, AlertKind.REQUEST_DECIDED, Set.of(row.requester), row.state, Map.of("state", row.state));
    }

    /** Who has to do something although it is approved learns it with the approval. */
    private void owed(Statements sql, RequestEntity row) {
        record Owed(UUID id, UUID owner, LocalDate due) {}
        sql.list(
                        "SELECT id, owner, due FROM approval_condition WHERE request_id = ? AND round = ?"
                                + " AND done_at IS NULL ORDER BY due, id",
                        condition -> new Owed(
                                condition.getObject("id", UUID.class),
                                condition.getObject("owner", UUID.class),
                                condition.getObject("due", LocalDate.class)),
                        row.id,
                        row.round)
                .forEach(owed -> tell(
                        sql,
                        row,
                        AlertKind.CONDITION_DUE,
                        Set.of(owed.owner()),
                        "owner " + owed.id(),
                        Map.of(
                                "condition",
                                owed.id().toString(),
                                "due",
                                owed.due().toString())));
    }

    /** What somebody said reaches everybody who said or decided something, and the one who asked. */
    void said(Statements sql, Steps.Locked locked, UUID person, UUID message) {
        var row = locked.row();
        var people = new HashSet<>(sql.list(
                "SELECT person FROM approval_message WHERE request_id = ?"
                        + " UNION SELECT person FROM approval_vote WHERE request_id = ?",
                other -> other.getObject("person", UUID.class),
                row.id,
                row.id));
        people.add(row.requester);
        people.remove(person);
        tell(sql, row, AlertKind.COMMENT, people, "message " + message, Map.of("person", person.toString()));
    }

    private void tell(
            Statements sql, RequestEntity row, AlertKind kind, Set<UUID> people, String of, Map<String, String> more) {
        alerts.raise(sql, new NewAlert(kind, people, Steps.KIND, row.id.toString(), facts(row, of, more)));
    }

    private static Map<String, String> facts(RequestEntity row, String of, Map<String, String> more) {
        var about = new ApprovalRequest.About(row.source, row.modelId, row.model, row.revision, row.deploymentKey);
        return facts(about, of, more);
    }

    /** @param of what tells alerts of one kind about one request apart */
    static Map<String, String> facts(ApprovalRequest.About about, String of, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put(NewAlert.OF, of);
        facts.put("model", about.model());
        facts.put("revision", about.revision());
        facts.put("deployment", about.deployment());
        return facts;
    }
}
