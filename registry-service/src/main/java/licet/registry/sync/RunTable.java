package licet.registry.sync;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.ingest.hub.Cursor;
import licet.registry.ingest.Traffic;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;
import org.jspecify.annotations.Nullable;

/** The rows of runs. Every step is taken only from the state in which it was planned, so two drivers cannot both take it. */
@Singleton
final class RunTable {
    private static final String SELECT = "SELECT * FROM sync_run";
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Clock clock;

    RunTable(Clock clock) {
        this.clock = clock;
    }

    /** Empty where a run of this watch is open. */
    Optional<Long> create(Statements sql, UUID watch) {
        return sql.find(
                "INSERT INTO sync_run (watch_id, state, phase, started_at, moved_at)"
                        + " VALUES (?, 'running', 'listing', ?, ?) ON CONFLICT DO NOTHING RETURNING id",
                row -> row.getLong("id"),
                watch,
                clock.instant(),
                clock.instant());
    }

    Optional<SyncRun> find(Statements sql, long id) {
        return sql.find(SELECT + " WHERE id = ?", RunTable::read, id);
    }

    Optional<SyncRun> findOpen(Statements sql, UUID watch) {
        return sql.find(SELECT + " WHERE watch_id = ? AND state IN ('running', 'paused')", RunTable::read, watch);
    }

    /** Running ones that got nowhere for a while. */
    List<Long> listIdle(Statements sql) {
        return sql.list(
                "SELECT id FROM sync_run WHERE state = 'running' AND moved_at < ? ORDER BY id",
                row -> row.getLong("id"),
                clock.instant().minus(IDLE));
    }

    /** The last that covered everything. */
    Optional<SyncRun> findLastDone(Statements sql, UUID watch) {
        return sql.find(
                SELECT + " WHERE watch_id = ? AND state = 'done' ORDER BY id DESC LIMIT 1", RunTable::read, watch);
    }

    /** Of each watch the newest run, and the newest that covered everything; the same one is given once. */
    List<SyncRun> listLast(Statements sql, List<UUID> watches) {
        return sql.list(
                "SELECT r.* FROM unnest(CAST(? AS uuid[])) AS w(id) CROSS JOIN LATERAL ("
                        + "(SELECT * FROM sync_run WHERE watch_id = w.id ORDER BY id DESC LIMIT 1) UNION "
                        + "(SELECT * FROM sync_run WHERE watch_id = w.id AND state = 'done' ORDER BY id DESC LIMIT 1)"
                        + ") r ORDER BY r.id DESC",
                RunTable::read,
                (Object) watches.stream().map(UUID::toString).toArray(String[]::new));
    }

    /** The newest first. */
    List<SyncRun> list(Statements sql, Optional<UUID> watch, int limit) {
        @Nullable UUID only = watch.orElse(null);
        return sql.list(
                SELECT + " WHERE (CAST(? AS uuid) IS NULL OR watch_id = ?) ORDER BY id DESC LIMIT ?",
                RunTable::read,
                only,
                only,
                limit);
    }

    /** False where another driver has written this page, or the run was stopped meanwhile. */
    boolean turnPage(Statements sql, SyncRun run, Optional<Cursor> next, Traffic.Tally cost) {
        return sql.update(
                        "UPDATE sync_run SET pages = pages + 1, cursor = ?, moved_at = ?, failures = 0,"
                                + " requests = requests + ?, retries = retries + ?, bytes = bytes + ?"
                                + " WHERE id = ? AND state = 'running' AND phase = 'listing' AND pages = ?",
                        next.map(Cursor::value).orElse(null),
                        clock.instant(),
                        cost.requests(),
                        cost.retries(),
                        cost.bytes(),
                        run.id(),
                        run.counts().pages())
                > 0;
    }

    void spend(Statements sql, long run, Traffic.Tally cost) {
        sql.update(
                "UPDATE sync_run SET requests = requests + ?, retries = retries + ?, bytes = bytes + ? WHERE id = ?",
                cost.requests(),
                cost.retries(),
                cost.bytes(),
                run);
    }

    void countListed(Statements sql, long run, int listed, int news, int changed) {
        sql.update(
                "UPDATE sync_run SET listed = listed + ?, new_models = new_models + ?, changed = changed + ? WHERE id = ?",
                listed,
                news,
                changed,
                run);
    }

    void endListing(Statements sql, long run, int missing) {
        sql.update("UPDATE sync_run SET phase = 'examining', cursor = NULL, missing = ? WHERE id = ?", missing, run);
    }

    void countExamined(Statements sql, long run, int examined, int notRead, int newSnapshots) {
        sql.update(
                "UPDATE sync_run SET examined = examined + ?, not_read = not_read + ?, new_snapshots = new_snapshots + ?,"
                        + " moved_at = ? WHERE id = ?",
                examined,
                notRead,
                newSnapshots,
                clock.instant(),
                run);
    }

    /** Returns how many failures there were in a row. */
    int fail(Statements sql, long run) {
        return sql.get(
                "UPDATE sync_run SET failures = failures + 1 WHERE id = ? RETURNING failures",
                row -> row.getInt("failures"),
                run);
    }

    /** False where the run was not in the first state. */
    boolean move(Statements sql, long run, SyncRun.State from, SyncRun.State to) {
        return sql.update(
                        "UPDATE sync_run SET state = ?, failures = 0, moved_at = ?, ended_at = ? WHERE id = ? AND state = ?",
                        to.word(),
                        clock.instant(),
                        to.isOpen() ? null : clock.instant(),
                        run,
                        from.word())
                > 0;
    }

    /** What changed upstream, by kind. */
    List<RunDrift> listDrift(Statements sql, long run) {
        return sql.list(
                "SELECT kind, count(DISTINCT model_id) AS n FROM drift WHERE run_id = ? GROUP BY kind ORDER BY kind",
                row -> new RunDrift(row.getString("kind"), row.getLong("n")),
                run);
    }

    private static SyncRun read(ResultSet row) throws SQLException {
        return new SyncRun(
                row.getLong("id"),
                row.getObject("watch_id", UUID.class),
                ClosedChoice.find(SyncRun.State.class, row.getString("state")).orElseThrow(),
                ClosedChoice.find(SyncRun.Phase.class, row.getString("phase")).orElseThrow(),
                Statements.getInstant(row, "started_at"),
                Statements.getInstant(row, "moved_at"),
                Optional.ofNullable(Statements.findInstant(row, "ended_at")),
                Optional.ofNullable(row.getString("cursor")),
                row.getInt("failures"),
                new SyncRun.Counts(
                        row.getInt("pages"),
                        row.getLong("listed"),
                        row.getLong("new_models"),
                        row.getLong("changed"),
                        row.getLong("missing"),
                        row.getLong("wanted"),
                        row.getLong("examined"),
                        row.getLong("not_read"),
                        row.getLong("new_snapshots"),
                        row.getLong("requests"),
                        row.getLong("retries"),
                        row.getLong("bytes")));
    }
}
