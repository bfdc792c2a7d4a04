package licet.registry.sync;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import licet.registry.platform.Statements;
import licet.registry.platform.metric.Metrics;

/** What went wrong in runs, by kind. */
@Singleton
final class ErrorTable {
    private static final int LONGEST = 500;

    private final Metrics metrics;
    private final Clock clock;

    ErrorTable(Metrics metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @param kind of a closed list: it names a series of the metrics */
    void add(Statements sql, long run, String kind, String detail) {
        metrics.count("licet_sync_errors", "kind", kind, 1);
        sql.update(
                "INSERT INTO sync_error (run_id, kind, count, last_at, last_detail) VALUES (?, ?, 1, ?, ?)"
                        + " ON CONFLICT (run_id, kind) DO UPDATE SET count = sync_error.count + 1,"
                        + " last_at = excluded.last_at, last_detail = excluded.last_detail",
                run,
                kind,
                clock.instant(),
                detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST));
    }

    List<SyncError> list(Statements sql, long run) {
        return sql.list(
                "SELECT kind, count, last_at, last_detail FROM sync_error WHERE run_id = ? ORDER BY kind",
                row -> new SyncError(
                        row.getString("kind"),
                        row.getLong("count"),
                        Statements.getInstant(row, "last_at"),
                        row.getString("last_detail")),
                run);
    }
}
