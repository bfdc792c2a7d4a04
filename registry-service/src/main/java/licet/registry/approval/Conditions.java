package licet.registry.approval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.Outbox;
import licet.registry.platform.audit.OutboxMessage;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** What people owe after an approval, until somebody says that it is done and how. */
@Singleton
public class Conditions {
    private static final String SORT = "due";

    /** A condition of a request that was not approved binds nobody. */
    private static final String SELECT =
            "SELECT c.*, p.login, r.model, r.revision, r.deployment_key FROM approval_condition c"
                    + " JOIN approval_request r ON r.id = c.request_id AND r.round = c.round AND r.state = 'approved'"
                    + " JOIN person p ON p.id = c.owner WHERE c.done_at IS NULL";

    private final Database database;
    private final RequestRows rows;
    private final Alerts alerts;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    Conditions(Database database, RequestRows rows, Alerts alerts, AuditLog audit, Outbox outbox, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.alerts = alerts;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Open ones by their day, of one person or of everybody. @param limit from 1 to {@value BoardQuery#MAX_LIMIT} */
    public OwedCondition.Page list(Optional<UUID> owner, Optional<String> cursor, int limit) {
        if (limit < 1 || limit > BoardQuery.MAX_LIMIT) {
            throw BoardParameters.malformed(
                    "limit", Integer.toString(limit), "use a number from 1 to " + BoardQuery.MAX_LIMIT);
        }
        var arguments = new ArrayList<Object>();
        var where = new StringBuilder();
        owner.ifPresent(person -> {
            where.append(" AND c.owner = ?");
            arguments.add(person);
        });
        cursor.map(Conditions::place).ifPresent(after -> {
            where.append(" AND (c.due, c.id) > (?, ?)");
            arguments.addAll(List.of(after.due(), after.id()));
        });
        arguments.add(limit + 1);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var found = database.read(sql -> sql.list(
                SELECT + where + " ORDER BY c.due, c.id LIMIT ?", row -> owed(row, today), arguments.toArray()));
        var shown = found.stream().limit(limit).toList();
        return new OwedCondition.Page(
                shown, found.size() > limit ? Optional.of(cursor(shown.getLast())) : Optional.empty());
    }

    /** What the caller owes, at most two hundred. */
    public List<OwedCondition> own(Principal caller) {
        return Optional.ofNullable(caller.personId())
                .map(person -> list(Optional.of(person), Optional.empty(), BoardQuery.MAX_LIMIT)
                        .conditions())
                .orElse(List.of());
    }

    private record Place(LocalDate due, UUID id) {}

    private static String cursor(OwedCondition last) {
        return new Cursor(SORT, last.due() + " " + last.id(), 0).text();
    }

    private static Place place(String cursor) {
        return Cursor.parse(cursor, SORT)
                .map(Cursor::value)
                .filter(value -> value.matches("\\d{4}-\\d{2}-\\d{2} [0-9a-f-]{36}"))
                .map(value -> value.split(" ", 2))
                .map(parts -> new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1])))
                .orElseThrow(() -> BoardParameters.malformed("cursor", cursor, "use the cursor of the page before"));
    }

    private static OwedCondition owed(ResultSet row, LocalDate today) throws SQLException {
        var due = row.getObject("due", LocalDate.class);
        return new OwedCondition(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("model"),
                row.getString("revision"),
                row.getString("deployment_key"),
                row.getString("words"),
                new ApprovalRequest.Person(row.getObject("owner", UUID.class), row.getString("login")),
                due,
                due.isBefore(today));
    }

    /** Its owner says so, or an approver. */
    public static boolean mayClose(ApprovalRequest request, ApprovalRequest.Condition condition, Principal caller) {
        return request.state() == RequestState.APPROVED
                && condition.done().isEmpty()
                && (ApprovalRights.mayApprove(caller) || condition.owner().id().equals(caller.personId()));
    }

    /** Says that a condition is met, and how; that is not taken back. */
    public ApprovalRequest done(UUID id, UUID condition, String words, Principal caller) {
        var person = ApprovalRights.person(caller);
        String how = NewRequest.words("/words", words);
        return database.write(sql -> {
            sql.list("SELECT 1 AS one FROM approval_condition WHERE id = ? FOR UPDATE", row -> 1, condition);
            var request = rows.find(sql, id).orElseThrow(() -> Steps.missing(id));
            var owed = request.conditions().stream()
                    .filter(one -> one.id().equals(condition))
                    .findFirst()
                    .orElseThrow(() -> new RegistryProblem.NotFound("condition", condition.toString()).asException());
            if (request.state() != RequestState.APPROVED || owed.done().isPresent()) {
                throw Steps.conflict(
                        id, owed.done().isPresent() ? "the condition is done already" : "it is not approved");
            }
            if (!mayClose(request, owed, caller)) {
                throw new RegistryProblem.Forbidden("who looks after the condition, or an approver").asException();
            }
            var now = clock.instant();
            sql.update(
                    "UPDATE approval_condition SET done_at = ?, done_by = ?, done_words = ? WHERE id = ?",
                    now,
                    person,
                    how,
                    condition);
            tell(sql, request, owed, new Said(caller, how, now));
            return rows.find(sql, id).orElseThrow();
        });
    }

    private record Said(Principal caller, String how, Instant at) {}

    private void tell(Statements sql, ApprovalRequest request, ApprovalRequest.Condition owed, Said said) {
        String action = "approval-request.condition-done";
        String id = request.id().toString();
        String condition = owed.id().toString();
        audit.append(AuditEvent.of(said.caller().actor(), action, Steps.KIND, id, Map.of("condition", condition))
                .because(said.how()));
        var about = request.about();
        outbox.append(new OutboxMessage(
                TimeOrderedId.at(said.at()),
                action,
                Steps.KIND,
                id,
                CanonicalJson.write(Map.of(
                        "request",
                        id,
                        "action",
                        action,
                        "condition",
                        condition,
                        "model",
                        about.model(),
                        "revision",
                        about.revision(),
                        "deployment",
                        about.deployment()))));
        var people = new HashSet<>(List.of(
                request.requester().id(), owed.setBy().id(), owed.owner().id()));
        people.remove(said.caller().personId());
        alerts.raise(
                sql,
                new NewAlert(
                        AlertKind.CONDITION_DONE,
                        people,
                        Steps.KIND,
                        id,
                        Announcements.facts(about, "done " + condition, Map.of("condition", condition))));
    }
}
