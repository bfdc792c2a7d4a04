package licet.registry.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Cursor;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Basis;
import licet.rules.verdict.BasisChange;

/** Reads approvals as people look at them, each in its state of a moment. */
final class ApprovalRows {
    private static final String SORT = "newest";

    /** One argument: the moment. */
    private static final String SELECT =
            "SELECT a.*, r.requester, r.source, p.login, s.since, s.grace_until, s.changes,"
                    + " CASE "
                    + Arrays.stream(ApprovalState.values())
                            .map(state -> "WHEN " + state.condition("m.now") + " THEN '" + state.word() + "'")
                            .collect(Collectors.joining(" "))
                    + " END AS state FROM approval a CROSS JOIN (SELECT ?::timestamptz AS now) m"
                    + " JOIN approval_request r ON r.id = a.id JOIN person p ON p.id = r.requester"
                    + " LEFT JOIN approval_stale s ON s.approval_id = a.id AND s.over_at IS NULL";

    private ApprovalRows() {}

    static Optional<Approval> find(Statements sql, UUID id, Instant now) {
        return sql.find(SELECT + " WHERE a.id = ?", ApprovalRows::read, now, id);
    }

    static Approval.Page page(Statements sql, ApprovalQuery query, Instant now) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<Object>(List.of(now));
        query.state().ifPresent(state -> where.add(state.condition("m.now")));
        query.model().ifPresent(model -> {
            where.add("lower(a.model) = lower(?)");
            arguments.add(model);
        });
        query.deployment().ifPresent(deployment -> {
            where.add("a.deployment_key = ?");
            arguments.add(deployment);
        });
        query.cursor().map(ApprovalRows::after).ifPresent(id -> {
            where.add("a.id < ?");
            arguments.add(id);
        });
        arguments.add(query.limit() + 1);
        var conditions = where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
        var found =
                sql.list(SELECT + conditions + " ORDER BY a.id DESC LIMIT ?", ApprovalRows::read, arguments.toArray());
        var shown = found.stream().limit(query.limit()).toList();
        return new Approval.Page(
                shown,
                found.size() > query.limit()
                        ? Optional.of(new Cursor(SORT, shown.getLast().id().toString(), 0).text())
                        : Optional.empty());
    }

    private static UUID after(String cursor) {
        return Cursor.parse(cursor, SORT)
                .map(Cursor::value)
                .filter(value -> value.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString)
                .orElseThrow(() -> BoardParameters.malformed("cursor", cursor, "use the cursor of the page before"));
    }

    private static Approval read(ResultSet row) throws SQLException {
        long record = row.getLong("record_id");
        return new Approval(
                row.getObject("id", UUID.class),
                ClosedChoice.find(ApprovalState.class, row.getString("state")).orElseThrow(),
                new ApprovalRequest.Person(row.getObject("requester", UUID.class), row.getString("login")),
                new ApprovalRequest.About(
                        row.getString("source"),
                        row.getLong("model_id"),
                        row.getString("model"),
                        row.getString("revision"),
                        row.getString("deployment_key")),
                RequestRows.texts(row.getString("lifts")),
                CanonicalJson.read(row.getString("basis"), Basis.class).digest(),
                new ApprovalRequest.PolicyRef(row.getString("policy_key"), row.getInt("policy_version")),
                Statements.getInstant(row, "valid_from"),
                Statements.getInstant(row, "valid_until"),
                stale(row),
                end(row),
                record == 0 ? Optional.empty() : Optional.of(record));
    }

    private static Optional<Approval.Stale> stale(ResultSet row) throws SQLException {
        var since = Statements.findInstant(row, "since");
        return since == null
                ? Optional.empty()
                : Optional.of(new Approval.Stale(
                        since,
                        Optional.ofNullable(Statements.findInstant(row, "grace_until")),
                        changes(row.getString("changes"))));
    }

    static List<BasisChange> changes(String json) {
        return Arrays.asList(CanonicalJson.read(json, BasisChange[].class));
    }

    private static Optional<Approval.End> end(ResultSet row) throws SQLException {
        var at = Statements.findInstant(row, "ended_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Approval.End(
                        at, Optional.ofNullable(row.getObject("ended_by", UUID.class)), row.getString("end_reason")));
    }
}
