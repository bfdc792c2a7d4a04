package licet.registry.waiver;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import licet.registry.instrument.Paper;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Cursor;
import licet.registry.platform.Statements;

/** The rows behind waivers. */
@Singleton
class WaiverTable {
    private static final String SORT = "newest";
    private static final String SELECT =
            "SELECT w.*, p.login AS proposer, d.login AS decider, e.login AS ender FROM waiver w"
                    + " JOIN person p ON p.id = w.proposed_by LEFT JOIN person d ON d.id = w.decided_by"
                    + " LEFT JOIN person e ON e.id = w.ended_by";

    Optional<Waiver> find(Statements sql, UUID id) {
        return sql.find(SELECT + " WHERE w.id = ?", WaiverTable::read, id);
    }

    /** Whoever looks at its state next sees what this transaction did to it. */
    void lock(Statements sql, UUID id) {
        sql.find("SELECT 1 FROM waiver WHERE id = ? FOR UPDATE", row -> true, id);
    }

    /** A state is that of the moment, so what reached its end is expired and acts no more. */
    Waiver.Page page(Statements sql, WaiverQuery query, Instant now) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        query.state().ifPresent(state -> {
            switch (state) {
                case ACTING -> {
                    where.add("w.state = 'acting' AND w.acts_until > ?");
                    arguments.add(now);
                }
                case EXPIRED -> {
                    where.add("(w.state = 'expired' OR (w.state = 'acting' AND w.acts_until <= ?))");
                    arguments.add(now);
                }
                case PROPOSED, REJECTED, WITHDRAWN, REVOKED, REASON_GONE -> {
                    where.add("w.state = ?");
                    arguments.add(state.word());
                }
            }
        });
        query.deployment().ifPresent(deployment -> {
            where.add("w.deployment_key = ?");
            arguments.add(deployment);
        });
        query.cursor().map(WaiverTable::after).ifPresent(id -> {
            where.add("w.id < ?");
            arguments.add(id);
        });
        arguments.add(query.limit() + 1);
        var found = sql.list(
                SELECT + (where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where))
                        + " ORDER BY w.id DESC LIMIT ?",
                WaiverTable::read,
                arguments.toArray());
        var shown = found.stream().limit(query.limit()).toList();
        return new Waiver.Page(
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
                .orElseThrow(() -> WaiverText.malformed("cursor", cursor, "use the cursor of the page before"));
    }

    /** Proposals of others, the one that would end first at the top. */
    List<Waiver> listProposed(Statements sql, UUID notBy, int most) {
        return sql.list(
                SELECT + " WHERE w.state = 'proposed' AND w.proposed_by <> ? ORDER BY w.acts_until, w.id LIMIT ?",
                WaiverTable::read,
                notBy,
                most);
    }

    long countProposed(Statements sql, UUID notBy) {
        return sql.get(
                "SELECT count(*) AS n FROM waiver WHERE state = 'proposed' AND proposed_by <> ?",
                row -> row.getLong("n"),
                notBy);
    }

    /** A name that belongs to another model now is not the one that somebody named. */
    List<Waiver> listActing(Statements sql) {
        return sql.list(
                SELECT + " JOIN model m ON m.id = w.model_id WHERE w.state = 'acting'"
                        + " AND (w.every_model OR m.name_lost_at IS NULL) ORDER BY w.id",
                WaiverTable::read);
    }

    List<Waiver> listActingAfter(Statements sql, UUID after, int most) {
        return sql.list(
                SELECT + " WHERE w.state = 'acting' AND w.id > ? ORDER BY w.id LIMIT ?",
                WaiverTable::read,
                after,
                most);
    }

    List<UUID> listPast(Statements sql, Instant now) {
        return ids(
                sql,
                "SELECT id FROM waiver WHERE state IN ('acting', 'proposed') AND acts_until <= ? ORDER BY id LIMIT 500",
                now);
    }

    /** Those that end in a week, or in the last quarter of a shorter term, and of which nobody was told yet. */
    List<UUID> listEnding(Statements sql, Instant now) {
        return ids(
                sql,
                "SELECT id FROM waiver w WHERE state = 'acting' AND acts_until <= ? + interval '168 hours'"
                        + " AND acts_until > ? AND ? >= acts_until - least(interval '168 hours',"
                        + " (acts_until - decided_at) / 4) AND NOT EXISTS (SELECT 1 FROM alert a"
                        + " WHERE a.object_kind = 'waiver' AND a.object_id = w.id::text AND a.kind = 'waiver-ending')"
                        + " ORDER BY id LIMIT 500",
                now,
                now,
                now);
    }

    /** What this person proposed and nobody decided, held until the end of the transaction. */
    List<UUID> lockProposedBy(Statements sql, UUID person) {
        return ids(
                sql,
                "SELECT id FROM waiver WHERE proposed_by = ? AND state = 'proposed' ORDER BY id FOR UPDATE",
                person);
    }

    private static List<UUID> ids(Statements sql, String select, Object... arguments) {
        return sql.list(select, row -> row.getObject("id", UUID.class), arguments);
    }

    /** Models of which a file with one of these hashes is on record at their newest snapshot. */
    List<Long> listModels(Statements sql, TreeSet<String> texts) {
        return sql.list(
                "SELECT DISTINCT m.id FROM evidence_file f JOIN model m ON m.current_snapshot_id = f.snapshot_id"
                        + " WHERE f.sha256 = ANY (?) AND m.name_lost_at IS NULL ORDER BY m.id",
                row -> row.getLong("id"),
                (Object) texts.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new));
    }

    /** @return whether it is new; nobody proposes the same twice at once */
    boolean insert(Statements sql, Waiver waiver) {
        var rule = waiver.rule();
        var where = waiver.where();
        var document = waiver.evidence().document();
        return sql.update(
                        "INSERT INTO waiver (id, state, finding, rule, rule_digest, because, max_days, policy_key,"
                                + " policy_version, deployment_key, source, model_id, model, every_model, texts, reason,"
                                + " evidence_link, document_sha256, document_name, document_type, acts_until,"
                                + " proposed_by, proposed_at) VALUES (?, 'proposed', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (finding, deployment_key, model_id, every_model)"
                                + " WHERE state = 'proposed' DO NOTHING",
                        waiver.id(),
                        rule.finding(),
                        rule.rule(),
                        rule.digest(),
                        rule.because(),
                        rule.maxDays().orElse(null),
                        rule.policy(),
                        rule.policyVersion(),
                        where.deployment(),
                        where.source(),
                        where.modelId(),
                        where.model(),
                        where.everyModel(),
                        where.texts().toArray(String[]::new),
                        waiver.reason(),
                        waiver.evidence().link().orElse(null),
                        document.map(file -> HexFormat.of().parseHex(file.sha256()))
                                .orElse(null),
                        document.map(Paper.Document::name).orElse(null),
                        document.map(Paper.Document::type).orElse(null),
                        waiver.until(),
                        waiver.proposed().person(),
                        waiver.proposed().at())
                == 1;
    }

    /** @param by absent where nobody did it */
    record Step(UUID id, Optional<UUID> by, Instant at, String why) {}

    void decide(Statements sql, Step step, WaiverState to) {
        sql.update(
                "UPDATE waiver SET state = ?, decided_by = ?, decided_at = ?, decision = ? WHERE id = ?",
                to.word(),
                step.by().orElseThrow(),
                step.at(),
                step.why(),
                step.id());
    }

    void end(Statements sql, Step step, WaiverState to) {
        sql.update(
                "UPDATE waiver SET state = ?, ended_by = ?, ended_at = ?, end_reason = ? WHERE id = ?",
                to.word(),
                step.by().orElse(null),
                step.at(),
                step.why(),
                step.id());
    }

    private static Waiver read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        int days = row.getInt("max_days");
        var maxDays = row.wasNull() ? Optional.<Integer>empty() : Optional.of(days);
        return new Waiver(
                id,
                WaiverInstruments.reference(id),
                ClosedChoice.find(WaiverState.class, row.getString("state")).orElseThrow(),
                new Waiver.Rule(
                        row.getString("finding"),
                        row.getString("rule"),
                        row.getString("because"),
                        maxDays,
                        row.getString("policy_key"),
                        row.getInt("policy_version"),
                        row.getString("rule_digest")),
                where(row),
                row.getString("reason"),
                new Waiver.Evidence(Optional.ofNullable(row.getString("evidence_link")), document(row)),
                Statements.getInstant(row, "acts_until"),
                new Waiver.Step(
                        row.getObject("proposed_by", UUID.class),
                        row.getString("proposer"),
                        Statements.getInstant(row, "proposed_at"),
                        ""),
                decided(row),
                ended(row));
    }

    private static Waiver.Where where(ResultSet row) throws SQLException {
        return new Waiver.Where(
                row.getString("deployment_key"),
                row.getString("model"),
                row.getBoolean("every_model"),
                new TreeSet<>(Arrays.asList((String[]) row.getArray("texts").getArray())),
                row.getString("source"),
                row.getLong("model_id"));
    }

    private static Optional<Paper.Document> document(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("document_sha256");
        return hash == null
                ? Optional.empty()
                : Optional.of(new Paper.Document(
                        row.getString("document_name"),
                        row.getString("document_type"),
                        HexFormat.of().formatHex(hash)));
    }

    private static Optional<Waiver.Step> decided(ResultSet row) throws SQLException {
        var person = row.getObject("decided_by", UUID.class);
        return person == null
                ? Optional.empty()
                : Optional.of(new Waiver.Step(
                        person,
                        row.getString("decider"),
                        Statements.getInstant(row, "decided_at"),
                        row.getString("decision")));
    }

    private static Optional<Waiver.End> ended(ResultSet row) throws SQLException {
        var at = Statements.findInstant(row, "ended_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Waiver.End(
                        Optional.ofNullable(row.getObject("ended_by", UUID.class)),
                        Optional.ofNullable(row.getString("ender")),
                        at,
                        row.getString("end_reason")));
    }
}
