package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.platform.Database;
import licet.registry.platform.audit.HeadWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many models each profile has, from which every count of a facet is summed. Counting reads one narrow index. Where
 * that is quick it is done at each change; where it is not, numbers of a moment ago are given while it is done beside.
 */
@Singleton
final class Populations {
    private static final Logger LOG = LoggerFactory.getLogger(Populations.class);
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(50);
    /** Counting takes at most one part in so many of the time. */
    private static final int SHARE = 20;

    private final Database database;
    private final Catalog catalog;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile Counted counted = new Counted(Map.of(), 0, 0, 0);

    /** @param took nanoseconds; {@code at} on the same scale, 0 before the first */
    private record Counted(Map<Long, Long> byProfile, long total, long took, long at) {}

    Populations(Database database, Catalog catalog, HeadWatch watch) {
        this.database = database;
        this.catalog = catalog;
        watch.subscribe(moved -> {
            if (moved.touches(Set.of(Catalog.KIND))) {
                changed.set(true);
            }
        });
    }

    /** Models by the id of their profile; profiles without any are left out. */
    Map<Long, Long> byProfile() {
        refresh();
        return counted.byProfile();
    }

    /** Models of these profiles. */
    long of(List<Long> profiles) {
        var by = byProfile();
        return profiles.stream().mapToLong(id -> by.getOrDefault(id, 0L)).sum();
    }

    long total() {
        refresh();
        return counted.total();
    }

    private void refresh() {
        var last = counted;
        if (last.at() == 0 || (changed.get() && last.took() < QUICK)) {
            count();
        } else if (changed.get()
                && System.nanoTime() - last.at() > SHARE * last.took()
                && counting.compareAndSet(false, true)) {
            Thread.ofVirtual().name("count-profiles").start(() -> {
                try {
                    count();
                } catch (RuntimeException outage) {
                    LOG.warn("Models could not be counted: {}", outage.getMessage());
                } finally {
                    counting.set(false);
                }
            });
        }
    }

    private void count() {
        long start = System.nanoTime();
        // Before the look: what changes meanwhile makes it changed again.
        changed.set(false);
        try {
            var byProfile = database
                    .read(sql -> sql.list(
                            "SELECT current_profile_id AS id, count(*) AS n FROM model"
                                    + " WHERE current_profile_id IS NOT NULL AND source = ANY(?) AND name_lost_at IS NULL"
                                    + " GROUP BY current_profile_id",
                            row -> Map.entry(row.getLong("id"), row.getLong("n")),
                            (Object) new String[] {catalog.source(), LocalCatalog.SOURCE}))
                    .stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            long end = System.nanoTime();
            long total = byProfile.values().stream().mapToLong(Long::longValue).sum();
            counted = new Counted(Map.copyOf(byProfile), total, end - start, end);
        } catch (RuntimeException outage) {
            changed.set(true);
            throw outage;
        }
    }
}
