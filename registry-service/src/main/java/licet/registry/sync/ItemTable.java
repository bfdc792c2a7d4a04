package licet.registry.sync;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import licet.ingest.hub.RepoId;
import licet.registry.platform.Statements;

/** Models that a run lists and reads. */
@Singleton
final class ItemTable {
    private static final int CHUNK = 10;

    /** @param attempts made so far */
    record Item(RepoId name, int attempts) {}

    /** Returns how many of these the run had not listed before. */
    int see(Statements sql, long run, List<Long> models) {
        return sql.update(
                "INSERT INTO sync_seen (run_id, model_id) SELECT ?, unnest(CAST(? AS bigint[])) ON CONFLICT DO NOTHING",
                run,
                models.toArray(Long[]::new));
    }

    /** Adds models to be read, each once a run. */
    void want(Statements sql, long run, List<RepoId> models) {
        if (models.isEmpty()) {
            return;
        }
        // Locks the run's row, so that two adders do not number the same chunk twice.
        long wanted = sql.get("SELECT wanted FROM sync_run WHERE id = ? FOR UPDATE", row -> row.getLong("wanted"), run);
        String[] names = models.stream().map(RepoId::value).toArray(String[]::new);
        int added = sql.update(
                "INSERT INTO sync_item (run_id, name_lower, name, chunk, state, attempts)"
                        + " SELECT ?, lower(n.name), n.name, (? + n.at - 1) / " + CHUNK + ", 'waiting', 0"
                        + " FROM unnest(CAST(? AS text[])) WITH ORDINALITY AS n(name, at) ON CONFLICT DO NOTHING",
                run,
                wanted,
                names);
        sql.update("UPDATE sync_run SET wanted = wanted + ? WHERE id = ?", added, run);
    }

    List<Item> listWaiting(Statements sql, long run, int chunk) {
        return sql.list(
                "SELECT name, attempts FROM sync_item WHERE run_id = ? AND chunk = ? AND state = 'waiting'"
                        + " ORDER BY name_lower",
                row -> new Item(RepoId.parse(row.getString("name")), row.getInt("attempts")),
                run,
                chunk);
    }

    List<Integer> listChunks(Statements sql, long run) {
        return sql.list(
                "SELECT DISTINCT chunk FROM sync_item WHERE run_id = ? AND state = 'waiting' ORDER BY chunk",
                row -> row.getInt("chunk"),
                run);
    }

    OptionalInt findChunk(Statements sql, long run) {
        return sql.list(
                        "SELECT min(chunk) AS chunk FROM sync_item WHERE run_id = ? AND state = 'waiting'",
                        row -> row.getObject("chunk") == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(row.getInt("chunk")),
                        run)
                .getFirst();
    }

    /** @param state waiting, read, refused or failed. Returns whether it was still waiting. */
    boolean settle(Statements sql, long run, RepoId name, String state) {
        return sql.update(
                        "UPDATE sync_item SET state = ?, attempts = attempts + 1"
                                + " WHERE run_id = ? AND name_lower = ? AND state = 'waiting'",
                        state,
                        run,
                        name.value().toLowerCase(Locale.ROOT))
                > 0;
    }

    /** What was not read stays with the history. */
    void clear(Statements sql, long run) {
        sql.update("DELETE FROM sync_seen WHERE run_id = ?", run);
        sql.update("DELETE FROM sync_item WHERE run_id = ? AND state IN ('waiting', 'read')", run);
    }

    /** Of earlier runs of a watch that failed: a newer run starts anew, so they are never taken on. */
    void clearFailed(Statements sql, UUID watch) {
        sql.list("SELECT id FROM sync_run WHERE watch_id = ? AND state = 'failed'", row -> row.getLong("id"), watch)
                .forEach(run -> clear(sql, run));
    }

    /** At most so many of a longer list: a hostile card can name any number of bases. */
    static List<RepoId> few(List<RepoId> models, int most) {
        return models.size() <= most ? models : new ArrayList<>(models.subList(0, most));
    }
}
