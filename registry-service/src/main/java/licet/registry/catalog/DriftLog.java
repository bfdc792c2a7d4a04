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
        String owner = row.getString("owner");
        return new Named(
                row.getLong("id"),
                new ModelId(owner.isEmpty() ? row.getString("name") : owner + "/" + row.getString("name")));
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
