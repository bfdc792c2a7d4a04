package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.drift.Drift;
import licet.registry.drift.DriftForm;
import licet.registry.platform.Statements;
import org.jspecify.annotations.Nullable;

/** Writes drift in the transaction of what showed it. */
@Singleton
final class DriftTable {
    /** @param from snapshot before, to the snapshot now; empty for what a list alone showed */
    record Row(long model, Optional<Long> from, Optional<Long> to, Optional<Long> run, Instant seenAt, Drift drift) {}

    void insert(Statements sql, List<Row> rows) {
        sql.batch(
                "INSERT INTO drift (model_id, from_snapshot_id, to_snapshot_id, run_id, seen_at, kind, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows.stream().map(DriftTable::arguments).toList());
    }

    private static @Nullable Object[] arguments(Row row) {
        var form = DriftForm.of(row.drift());
        return new @Nullable Object[] {
            row.model(),
            row.from().orElse(null),
            row.to().orElse(null),
            row.run().orElse(null),
            row.seenAt(),
            form.kind(),
            form.detail()
        };
    }
}
