package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import licet.registry.instrument.InstrumentSource;
import licet.registry.platform.Statements;
import licet.rules.verdict.Instrument;

/** The rows behind emergencies, and what they lift while they last. */
@Singleton
class GlassTable implements InstrumentSource {
    @Override
    public List<Instrument> load(Statements sql) {
        return sql.list(
                "SELECT g.* FROM break_glass g JOIN model m ON m.id = g.model_id"
                        + " WHERE g.ended_at IS NULL AND m.name_lost_at IS NULL ORDER BY g.id",
                row -> new Instrument(
                        "break-glass:" + row.getString("id"),
                        Instrument.Kind.APPROVAL,
                        new TreeSet<>(RequestRows.texts(row.getString("lifts"))),
                        Approvals.reach(
                                row.getString("model"), row.getString("deployment_key"), row.getString("basis")),
                        Statements.getInstant(row, "from_at"),
                        Optional.of(Statements.getInstant(row, "until_at"))));
    }

    /** What is decided or taken back needs no emergency any more. Returns whether one acted. */
    static boolean end(Statements sql, UUID request, Instant now) {
        return sql.update(
                        "UPDATE break_glass SET ended_at = ? WHERE request_id = ? AND ended_at IS NULL AND until_at > ?",
                        now,
                        request,
                        now)
                > 0;
    }

    static List<BrokenGlass> list(Statements sql, UUID request) {
        return sql.list(
                "SELECT g.*, p.login FROM break_glass g JOIN person p ON p.id = g.person WHERE g.request_id = ?"
                        + " ORDER BY g.from_at",
                row -> new BrokenGlass(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        new ApprovalRequest.Person(row.getObject("person", UUID.class), row.getString("login")),
                        row.getString("reason"),
                        Statements.getInstant(row, "from_at"),
                        Statements.getInstant(row, "until_at"),
                        Optional.ofNullable(Statements.findInstant(row, "ended_at"))),
                request);
    }
}
