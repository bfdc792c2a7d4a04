package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import licet.registry.catalog.Catalog;
import licet.registry.instrument.Instruments;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.HeadWatch;

/** Looks whether what people decided on still stands, whenever something changed that can change it. */
@Singleton
public class StalenessWatch {
    private static final int BATCH = 500;

    /** Kinds of audited objects behind a basis. An approval that began or ended changes no other one's basis. */
    private static final Set<String> KINDS = kinds();

    private final StaleApprovals stale;
    private final Database database;
    private final Clock clock;

    private final AtomicBoolean moved = new AtomicBoolean(true);

    StalenessWatch(StaleApprovals stale, Database database, HeadWatch head, Clock clock) {
        this.stale = stale;
        this.database = database;
        this.clock = clock;
        head.subscribe(change -> {
            if (change.touches(KINDS)) {
                moved.set(true);
            }
        });
    }

    private static Set<String> kinds() {
        var all = new HashSet<>(Instruments.KINDS);
        all.remove(Approvals.KIND);
        all.addAll(Set.of("deployment", "organization", "policy", "knowledge", Catalog.KIND));
        return Set.copyOf(all);
    }

    void checkIfMoved() {
        if (moved.getAndSet(false)) {
            try {
                check();
            } catch (RuntimeException failed) {
                moved.set(true);
                throw failed;
            }
        }
    }

    /** Looks at every approval whose term runs. Returns how many are not what they were at the last look. */
    public int check() {
        int changed = 0;
        var after = Optional.<UUID>empty();
        while (true) {
            var batch = next(after);
            for (var id : batch) {
                changed += stale.look(id) ? 1 : 0;
            }
            if (batch.size() < BATCH) {
                return changed;
            }
            after = Optional.of(batch.getLast());
        }
    }

    private List<UUID> next(Optional<UUID> after) {
        return database.read(sql -> running(sql, after));
    }

    private List<UUID> running(Statements sql, Optional<UUID> after) {
        return sql.list(
                "SELECT id FROM approval WHERE ended_at IS NULL AND valid_until > ? AND id > ? ORDER BY id LIMIT ?",
                row -> row.getObject("id", UUID.class),
                clock.instant(),
                after.orElse(new UUID(0, 0)),
                BATCH);
    }
}
