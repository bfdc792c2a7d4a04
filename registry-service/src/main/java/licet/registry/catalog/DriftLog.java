package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.registry.drift.Drift;
import licet.registry.drift.DriftForm;
import licet.registry.drift.WordDiff;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;

/** What changed about a model, as it was recorded. */
@Singleton
public class DriftLog {
    private final Database database;
    private final TextDiffs texts;
    private final String source;

    DriftLog(Database database, TextDiffs texts, HubMode mode) {
        this.database = database;
        this.texts = texts;
        this.source = mode.source();
    }

    /**
     * One change.
     *
     * @param from id of the snapshot before, empty for what a list alone showed
     * @param words where two texts differ, computed at this moment
     */
    public record Entry(
            long id,
            Instant seenAt,
            String kind,
            Optional<Long> from,
            Optional<Long> to,
            Drift detail,
            Optional<WordDiff> words) {}

    /** One change, with the model that it is about. @param examined whether all evidence of the model is read */
    public record OfModel(Named model, boolean examined, Entry entry) {}

    /** A model, found under a name that it has or had. */
    public record Named(long id, ModelId name) {}

    /** Under its name; under a former one where nobody holds that name now. */
    public Optional<Named> find(ModelId name) {
        String[] parts = name.value().toLowerCase(Locale.ROOT).split("/", 2);
        String owner = parts.length == 2 ? parts[0] : "";
        return database.read(sql -> sql
                .list(
                        "SELECT m.id, m.owner, m.name FROM model m WHERE m.source = ? AND m.id IN ("
                                + "SELECT n.model_id FROM model_name n WHERE lower(n.owner) = ? AND lower(n.name) = ?)"
                                + " ORDER BY (m.name_lost_at IS NULL AND m.owner_lower = ? AND m.name_lower = ?) DESC,"
                                + " m.id DESC LIMIT 1",
                        DriftLog::named,
                        source,
                        owner,
                        parts[parts.length - 1],
                        owner,
                        parts[parts.length - 1])
                .stream()
                .findFirst());
    }

    private static Named named(ResultSet row) throws SQLException {
        return new Named(row.getLong("id"), name(row.getString("owner"), row.getString("name")));
    }

    private static ModelId name(String owner, String name) {
        return new ModelId(owner.isEmpty() ? name : owner + "/" + name);
    }

    /** Models whose license texts or tags are not as they were, the last changed first. */
    public List<ModelId> listChangedTerms(Instant since, int limit) {
        return database.read(sql -> {
            var changed = sql.list(
                    "SELECT model_id FROM drift WHERE kind IN ('license-tag', 'license-text') AND seen_at > ?"
                            + " GROUP BY model_id ORDER BY max(seen_at) DESC, model_id LIMIT ?",
                    row -> row.getLong("model_id"),
                    since,
                    limit);
            return changed.isEmpty() ? List.<ModelId>of() : names(sql, changed);
        });
    }

    private List<ModelId> names(Statements sql, List<Long> models) {
        return sql.list(
                "SELECT m.owner, m.name FROM unnest(CAST(? AS bigint[])) WITH ORDINALITY AS c(id, at)"
                        + " JOIN model m ON m.id = c.id WHERE m.source = ? AND m.name_lost_at IS NULL ORDER BY c.at",
                row -> name(row.getString("owner"), row.getString("name")),
                models.toArray(Long[]::new),
                source);
    }

    /** The newest first. @param before only entries with a smaller id */
    public List<Entry> list(long model, long before, int limit) {
        return database.read(sql -> sql.list(
                "SELECT id, seen_at, kind, detail, from_snapshot_id, to_snapshot_id FROM drift"
                        + " WHERE model_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                row -> entry(sql, row),
                model,
                before,
                limit));
    }

    /** Of all models, the oldest first. @param after only entries with a greater id */
    public List<OfModel> listAfter(Statements sql, long after, int limit) {
        return sql.list(
                "SELECT d.*, m.owner, m.name, m.tier FROM drift d JOIN model m ON m.id = d.model_id"
                        + " WHERE d.id > ? AND m.source = ? ORDER BY d.id LIMIT ?",
                row -> new OfModel(
                        new Named(row.getLong("model_id"), name(row.getString("owner"), row.getString("name"))),
                        row.getString("tier").equals("examined"),
                        entry(sql, row)),
                after,
                source,
                limit);
    }

    private Entry entry(Statements sql, ResultSet row) throws SQLException {
        var drift = new DriftForm(row.getString("kind"), row.getString("detail")).parse();
        return new Entry(
                row.getLong("id"),
                Statements.getInstant(row, "seen_at"),
                row.getString("kind"),
                Optional.ofNullable(row.getObject("from_snapshot_id", Long.class)),
                Optional.ofNullable(row.getObject("to_snapshot_id", Long.class)),
                drift,
                texts.of(sql, drift));
    }
}
