package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;

/** The rows behind clearings. */
@Singleton
class ClearingTable {
    private static final String COLUMNS =
            "c.id, c.concluded, c.about, c.reasons, c.proposed_by, c.proposed_at, c.state,"
                    + " c.confirmed_by, c.confirmed_at, c.confirmation, c.ended_by, c.ended_at, c.end_reason,"
                    + " p.login AS proposer, f.login AS confirmer, e.login AS ender,"
                    + " CASE WHEN c.follows IS NULL THEN 0 ELSE (SELECT count(DISTINCT q.model_id) FROM clearing_evidence k"
                    + " JOIN evidence_question q ON q.key = k.key AND q.model_id > c.follows WHERE k.clearing_id = c.id)"
                    + " END AS waiting";
    private static final String FROM = " FROM clearing c JOIN person p ON p.id = c.proposed_by"
            + " LEFT JOIN person f ON f.id = c.confirmed_by LEFT JOIN person e ON e.id = c.ended_by";
    private static final String SELECT = "SELECT " + COLUMNS + FROM;

    Optional<Clearing> find(Statements sql, UUID id) {
        return sql.find(SELECT + " WHERE c.id = ?", ClearingTable::read, id);
    }

    /** Whoever looks at its state next sees what this transaction did to it. */
    void lock(Statements sql, UUID id) {
        sql.find("SELECT 1 FROM clearing WHERE id = ? FOR UPDATE", row -> true, id);
    }

    /** What this person proposed and nobody confirmed, held until the end of the transaction. */
    List<UUID> lockProposedBy(Statements sql, UUID person) {
        return sql.list(
                "SELECT id FROM clearing WHERE proposed_by = ? AND state = 'proposed' ORDER BY id FOR UPDATE",
                row -> row.getObject("id", UUID.class),
                person);
    }

    /** The newest first. */
    List<Clearing> list(Statements sql, int most) {
        return sql.list(SELECT + " ORDER BY c.proposed_at DESC, c.id DESC LIMIT ?", ClearingTable::read, most);
    }

    /** Those that wait for a second person, the longest waiting first. */
    List<Clearing> listProposed(Statements sql) {
        return sql.list(SELECT + " WHERE c.state = 'proposed' ORDER BY c.proposed_at, c.id", ClearingTable::read);
    }

    List<Clearing> listConfirmed(Statements sql, Concluded.Kind kind) {
        return sql.list(
                SELECT + " WHERE c.state = 'confirmed' AND c.kind = ? ORDER BY c.id", ClearingTable::read, kind.word());
    }

    /** Every clearing that was ever proposed for one of these identities, the newest first. */
    List<Clearing> listFor(Statements sql, Collection<String> keys) {
        return sql.list(
                SELECT + " WHERE c.id IN (SELECT clearing_id FROM clearing_evidence WHERE key = ANY(?))"
                        + " ORDER BY c.proposed_at DESC, c.id DESC LIMIT 50",
                ClearingTable::read,
                (Object) keys.toArray(String[]::new));
    }

    /** Those in force that were proposed while looking at this model. */
    List<Clearing> listOf(Statements sql, String model) {
        return sql.list(
                SELECT + " WHERE c.state = 'confirmed' AND c.about::jsonb ->> 'model' = ? ORDER BY c.id DESC LIMIT 20",
                ClearingTable::read,
                model);
    }

    /** Those in force for the evidence of one model. */
    List<Clearing> listAt(Statements sql, String source, String fullNameLower) {
        return sql.list(
                SELECT + " WHERE c.state = 'confirmed' AND c.id IN (SELECT k.clearing_id FROM model m"
                        + " JOIN evidence_question q ON q.model_id = m.id JOIN clearing_evidence k ON k.key = q.key"
                        + " WHERE m.source = ? AND m.full_name_lower = ? AND m.name_lost_at IS NULL) ORDER BY c.id",
                ClearingTable::read,
                source,
                fullNameLower);
    }

    /** @param key by which the clearing was found */
    record Acting(String key, Clearing clearing) {}

    /** Confirmed clearings of these identities, the oldest first. */
    List<Acting> listActing(Statements sql, Collection<String> keys) {
        return sql.list(
                "SELECT k.key, " + COLUMNS + FROM + " JOIN clearing_evidence k ON k.clearing_id = c.id"
                        + " WHERE c.state = 'confirmed' AND k.key = ANY(?) ORDER BY c.id",
                row -> new Acting(row.getString("key"), read(row)),
                (Object) keys.toArray(String[]::new));
    }

    boolean hasConfirmed(Statements sql) {
        return sql.get(
                "SELECT EXISTS (SELECT 1 FROM clearing WHERE state = 'confirmed') AS any",
                row -> row.getBoolean("any"));
    }

    List<String> listKeys(Statements sql, UUID id) {
        return sql.list(
                "SELECT key FROM clearing_evidence WHERE clearing_id = ? ORDER BY key",
                row -> row.getString("key"),
                id);
    }

    record Draft(UUID id, Concluded concluded, Clearing.About about, String reasons, UUID by, Instant at) {}

    void insert(Statements sql, Draft draft, Collection<String> keys) {
        sql.update(
                "INSERT INTO clearing (id, kind, concluded, about, reasons, proposed_by, proposed_at, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'proposed')",
                draft.id(),
                draft.concluded().kind().word(),
                CanonicalJson.write(draft.concluded()),
                CanonicalJson.write(draft.about()),
                draft.reasons(),
                draft.by(),
                draft.at());
        sql.batch(
                "INSERT INTO clearing_evidence (key, clearing_id) VALUES (?, ?)",
                keys.stream().map(key -> new Object[] {key, draft.id()}).toList());
    }

    /** @param why what the person says about the step */
    record Step(UUID id, UUID by, Instant at, String why) {}

    void confirm(Statements sql, Step step) {
        sql.update(
                "UPDATE clearing SET state = 'confirmed', confirmed_by = ?, confirmed_at = ?, confirmation = ?, follows = 0"
                        + " WHERE id = ?",
                step.by(),
                step.at(),
                step.why(),
                step.id());
    }

    void end(Statements sql, Step step, Clearing.State to) {
        sql.update(
                "UPDATE clearing SET state = ?, ended_by = ?, ended_at = ?, end_reason = ?, follows = ? WHERE id = ?",
                to.word(),
                step.by(),
                step.at(),
                step.why(),
                to == Clearing.State.REVOKED ? 0L : null,
                step.id());
    }

    private static Clearing read(ResultSet row) throws SQLException {
        return new Clearing(
                row.getObject("id", UUID.class),
                CanonicalJson.read(row.getString("concluded"), Concluded.class),
                CanonicalJson.read(row.getString("about"), Clearing.About.class),
                row.getString("reasons"),
                new Clearing.Step(
                        row.getObject("proposed_by", UUID.class),
                        row.getString("proposer"),
                        Statements.getInstant(row, "proposed_at"),
                        ""),
                ClosedChoice.find(Clearing.State.class, row.getString("state")).orElseThrow(),
                step(row, "confirmed", "confirmer", "confirmation"),
                step(row, "ended", "ender", "end_reason"),
                row.getLong("waiting"));
    }

    private static Optional<Clearing.Step> step(ResultSet row, String verb, String login, String why)
            throws SQLException {
        var person = row.getObject(verb + "_by", UUID.class);
        return person == null
                ? Optional.empty()
                : Optional.of(new Clearing.Step(
                        person, row.getString(login), Statements.getInstant(row, verb + "_at"), row.getString(why)));
    }
}
