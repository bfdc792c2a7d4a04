package licet.registry.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.decision.Closure;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.rules.format.CanonicalJson;

/** The rows behind decisions of record. */
final class RecordTable {
    static final String KIND = "record";
    static final String CREATE = "record.create";

    private static final String SELECT = "SELECT d.id, d.source, d.model, d.revision, d.deployment_key,"
            + " d.deployment_version, d.verdict, d.knowledge_digest, d.engine_version, d.closure_sha256,"
            + " d.result_sha256, d.decided_at, d.recorded_by, d.reason, p.display_name"
            + " FROM decision_record d LEFT JOIN person_profile p ON p.person_id = d.recorded_by";

    private RecordTable() {}

    /** What was stored of a verdict, by hash. */
    record Bodies(byte[] closure, byte[] result) {}

    record Act(UUID person, String reason) {}

    static long insert(Statements sql, Closure closure, String verdict, Bodies bodies, Act act) {
        return sql.get(
                "INSERT INTO decision_record (source, model, revision, deployment_key, deployment_version, verdict,"
                        + " knowledge_digest, engine_version, closure_sha256, result_sha256, decided_at, recorded_by,"
                        + " reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                row -> row.getLong("id"),
                closure.source(),
                closure.model().value(),
                closure.revision(),
                closure.use().deployment().key().value(),
                closure.use().deploymentVersion(),
                verdict,
                closure.knowledge(),
                closure.engine(),
                bodies.closure(),
                bodies.result(),
                closure.at(),
                act.person(),
                act.reason());
    }

    static Optional<DecisionRecord> find(Statements sql, long id) {
        return sql.find(SELECT + " WHERE d.id = ?", RecordTable::read, id);
    }

    /** The newest first. @param before id below which it goes on */
    static List<DecisionRecord> list(Statements sql, RecordQuery query, Optional<Long> before, int limit) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        query.model().ifPresent(model -> {
            where.add("lower(d.model) = lower(?)");
            arguments.add(model);
        });
        query.deployment().ifPresent(deployment -> {
            where.add("d.deployment_key = ?");
            arguments.add(deployment);
        });
        before.ifPresent(id -> {
            where.add("d.id < ?");
            arguments.add(id);
        });
        arguments.add(limit);
        var conditions = where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
        return sql.list(SELECT + conditions + " ORDER BY d.id DESC LIMIT ?", RecordTable::read, arguments.toArray());
    }

    /** What the audit entry says of a record; the same words tell whether the row still is what was recorded. */
    static Map<String, Object> detail(DecisionRecord made) {
        return Map.of(
                "source", made.source(),
                "model", made.model(),
                "revision", made.revision(),
                "deployment", made.deployment() + "/" + made.deploymentVersion(),
                "verdict", made.verdict(),
                "closure", made.closure(),
                "result", made.result(),
                "at", made.at(),
                "by", made.recordedBy());
    }

    /** Whether the chain has an entry that says just what the row says. */
    static boolean isAudited(Statements sql, DecisionRecord found) {
        var says = CanonicalJson.write(detail(found));
        return sql.list(
                        "SELECT detail, reason FROM audit_entry WHERE object_kind = ? AND object_id = ? AND action = ?",
                        row -> row.getString("detail").equals(says)
                                && found.reason().equals(row.getString("reason")),
                        KIND,
                        Long.toString(found.id()),
                        CREATE)
                .contains(true);
    }

    static AuditEvent event(Actor actor, DecisionRecord made) {
        return AuditEvent.of(actor, CREATE, KIND, Long.toString(made.id()), detail(made))
                .because(made.reason());
    }

    /** The same as a part of the history of the model. */
    static AuditEvent ofModel(Actor actor, DecisionRecord made) {
        return AuditEvent.of(
                        actor, CREATE, "model", made.model(), Map.of("record", made.id(), "verdict", made.verdict()))
                .because(made.reason());
    }

    private static DecisionRecord read(ResultSet row) throws SQLException {
        return new DecisionRecord(
                row.getLong("id"),
                row.getString("source"),
                row.getString("model"),
                row.getString("revision"),
                row.getString("deployment_key"),
                row.getInt("deployment_version"),
                row.getString("verdict"),
                row.getString("knowledge_digest"),
                row.getString("engine_version"),
                HexFormat.of().formatHex(row.getBytes("closure_sha256")),
                HexFormat.of().formatHex(row.getBytes("result_sha256")),
                Statements.getInstant(row, "decided_at"),
                row.getObject("recorded_by", UUID.class),
                Optional.ofNullable(row.getString("display_name")),
                row.getString("reason"));
    }
}
