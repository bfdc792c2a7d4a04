package licet.registry.approval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.rules.facts.Ids;
import licet.rules.policy.Workflow;

/** Tells people what comes due and what is late, each once, whichever instance looks and however often. */
@Singleton
public class Deadlines {
    private static final int BATCH = 200;
    private static final int CONDITION_DAYS = 7;
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    /** Days before the end of an approval at which its owners are told. */
    private static final List<Integer> ENDING = List.of(1, 7, 30);

    private static final String UNTOLD = " AND NOT EXISTS (SELECT 1 FROM alert t WHERE t.object_kind = '" + Steps.KIND
            + "' AND t.object_id = r.id::text AND t.kind = ? AND t.about = ";

    private final Alerts alerts;
    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    Deadlines(Alerts alerts, Database database, AuditLog audit, Clock clock) {
        this.alerts = alerts;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Something to tell about a request. @param of what tells alerts of its kind about the request apart */
    private record Due(
            UUID request, AlertKind kind, String of, ApprovalRequest.About about, Map<String, String> facts) {}

    /** Returns how much was told. */
    public int keep() {
        var now = clock.instant();
        var all = new ArrayList<Due>();
        database.read(sql -> {
            all.addAll(late(sql, now));
            all.addAll(conditions(sql, now));
            ENDING.forEach(days -> all.addAll(ending(sql, now, days)));
            all.addAll(over(sql, now));
            return all.size();
        });
        all.forEach(due -> tell(due, now));
        return all.size();
    }

    private static List<Due> late(Statements sql, Instant now) {
        return sql.list(
                "SELECT r.*, w.stage, w.reviewer FROM approval_waiting w"
                        + " JOIN approval_request r ON r.id = w.request_id AND r.round = w.round"
                        + " AND r.state = 'in-review' WHERE w.due_at <= ?" + UNTOLD
                        + "'round ' || r.round || ' ' || w.stage) ORDER BY w.due_at LIMIT " + BATCH,
                row -> new Due(
                        row.getObject("id", UUID.class),
                        AlertKind.ESCALATION,
                        "round " + row.getInt("round") + " " + row.getString("stage"),
                        about(row),
                        Map.of("stage", row.getString("stage"), "reviewer", row.getString("reviewer"))),
                now,
                AlertKind.ESCALATION.word());
    }

    private static List<Due> conditions(Statements sql, Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var all = new ArrayList<Due>();
        for (boolean late : new boolean[] {false, true}) {
            String word = late ? "overdue " : "due ";
            all.addAll(sql.list(
                    "SELECT r.*, c.id AS condition, c.due FROM approval_condition c JOIN approval_request r"
                            + " ON r.id = c.request_id AND r.round = c.round AND r.state = 'approved'"
                            + " WHERE c.done_at IS NULL AND c.due < ?" + UNTOLD + "'" + word + "' || c.id)"
                            + " ORDER BY c.due LIMIT " + BATCH,
                    row -> new Due(
                            row.getObject("id", UUID.class),
                            AlertKind.CONDITION_DUE,
                            word + row.getString("condition"),
                            about(row),
                            Map.of("condition", row.getString("condition"), "due", row.getString("due"))),
                    late ? today : today.plusDays(CONDITION_DAYS + 1),
                    AlertKind.CONDITION_DUE.word()));
        }
        return all;
    }

    /** An approval that was given for less than that is not told of on its first day. */
    private static List<Due> ending(Statements sql, Instant now, int days) {
        int shorter = ENDING.stream()
                .filter(other -> other < days)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return sql.list(
                "SELECT r.*, a.valid_until FROM approval a JOIN approval_request r ON r.id = a.id"
                        + " WHERE a.ended_at IS NULL AND a.valid_until > ? AND a.valid_until <= ?"
                        + " AND a.valid_until - a.valid_from > ? * interval '1 day'" + UNTOLD + "'ends " + days
                        + "') ORDER BY a.valid_until LIMIT " + BATCH,
                row -> new Due(
                        row.getObject("id", UUID.class),
                        AlertKind.APPROVAL_ENDING,
                        "ends " + days,
                        about(row),
                        Map.of(
                                "until",
                                Statements.getInstant(row, "valid_until").toString())),
                now.plus(Duration.ofDays(shorter)),
                now.plus(Duration.ofDays(days)),
                days,
                AlertKind.APPROVAL_ENDING.word());
    }

    private static List<Due> over(Statements sql, Instant now) {
        return sql.list(
                "SELECT r.* FROM approval a JOIN approval_request r ON r.id = a.id WHERE a.ended_at IS NULL"
                        + " AND a.valid_until <= ? AND a.valid_until > ?" + UNTOLD
                        + "'ended') ORDER BY a.valid_until LIMIT " + BATCH,
                row -> new Due(
                        row.getObject("id", UUID.class), AlertKind.APPROVAL_ENDED, "ended", about(row), Map.of()),
                now,
                now.minus(LOOK_BACK),
                AlertKind.APPROVAL_ENDED.word());
    }

    private static ApprovalRequest.About about(ResultSet row) throws SQLException {
        return new ApprovalRequest.About(
                row.getString("source"),
                row.getLong("model_id"),
                row.getString("model"),
                row.getString("revision"),
                row.getString("deployment_key"));
    }

    private void tell(Due due, Instant now) {
        database.write(sql -> {
            audit.append(AuditEvent.of(
                    Actor.PRODUCT,
                    "approval-request.remind",
                    Steps.KIND,
                    due.request().toString(),
                    Map.of("alert", due.kind().word(), "of", due.of())));
            alerts.raise(
                    sql,
                    new NewAlert(
                            due.kind(),
                            people(sql, due, now),
                            Steps.KIND,
                            due.request().toString(),
                            Announcements.facts(due.about(), due.of(), due.facts())));
            return 0;
        });
    }

    private static Set<UUID> people(Statements sql, Due due, Instant now) {
        return switch (due.kind()) {
            case ESCALATION -> {
                var all = ApprovalNews.owners(sql, due.request());
                all.addAll(Entitled.approvers(sql));
                all.addAll(Entitled.administrators(sql));
                all.addAll(Entitled.people(sql, reviewer(due), now));
                yield all;
            }
            case CONDITION_DUE -> {
                var all = ofCondition(sql, due, "owner");
                if (due.of().startsWith("overdue")) {
                    all.addAll(ofCondition(sql, due, "set_by"));
                }
                yield all;
            }
            case APPROVAL_ENDING, APPROVAL_ENDED -> ApprovalNews.owners(sql, due.request());
            case REQUEST_WAITS,
                    REQUEST_RETURNED,
                    REQUEST_DECIDED,
                    COMMENT,
                    CONDITION_DONE,
                    APPROVAL_STALE,
                    BREAK_GLASS,
                    WAIVER_ENDING,
                    WAIVER_ENDED,
                    MODEL_NEW,
                    LICENSE_TEXT_CHANGED,
                    LICENSE_TAG_CHANGED,
                    GATING_CHANGED,
                    WEIGHTS_CHANGED,
                    BASE_CHANGED,
                    MODEL_RENAMED,
                    MODEL_GONE,
                    MODEL_RETURNED,
                    MODEL_DISABLED,
                    RETIREMENT_NEAR,
                    VERDICT_FLIPPED,
                    REVIEW_DUE,
                    SYNC_FAILING,
                    SYNC_WORKS -> Set.of();
        };
    }

    private static Workflow.Reviewer reviewer(Due due) {
        var word = due.facts().getOrDefault("reviewer", "");
        return Arrays.stream(Workflow.Reviewer.values())
                .filter(one -> Ids.of(one).equals(word))
                .findFirst()
                .orElse(Workflow.Reviewer.APPROVER);
    }

    private static Set<UUID> ofCondition(Statements sql, Due due, String column) {
        return new TreeSet<>(sql.list(
                "SELECT " + column + " AS person FROM approval_condition WHERE id = ?::uuid",
                row -> row.getObject("person", UUID.class),
                due.facts().get("condition")));
    }
}
