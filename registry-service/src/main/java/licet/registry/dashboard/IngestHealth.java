package licet.registry.dashboard;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.ingest.IngestQueue;
import licet.registry.sync.SyncRun;
import licet.registry.sync.SyncRuns;
import licet.registry.sync.WatchHealth;
import licet.registry.sync.WatchHealths;
import licet.registry.watch.Watch;

/** How current the catalog is and what is under way. */
@Singleton
final class IngestHealth {
    private static final int RUNS = 8;

    private final WatchHealths watches;
    private final SyncRuns runs;
    private final IngestQueue queue;

    IngestHealth(WatchHealths watches, SyncRuns runs, IngestQueue queue) {
        this.watches = watches;
        this.runs = runs;
        this.queue = queue;
    }

    record Look(List<WatchHealth> watches, Dashboard.Ingest shown) {}

    Look look() {
        var health = watches.list();
        var last = runs.list(Optional.empty(), RUNS);
        return new Look(
                health, new Dashboard.Ingest(states(health), shown(last, health), waiting(last), covered(health)));
    }

    private static List<Dashboard.Watching> states(List<WatchHealth> health) {
        return Arrays.stream(WatchHealth.State.values())
                .map(state -> new Dashboard.Watching(
                        state.word(),
                        health.stream().filter(one -> one.state() == state).count()))
                .filter(state -> state.watches() > 0)
                .toList();
    }

    private static List<Dashboard.Run> shown(List<SyncRun> runs, List<WatchHealth> health) {
        Map<UUID, Watch> byId =
                health.stream().map(WatchHealth::watch).collect(Collectors.toMap(Watch::id, Function.identity()));
        return runs.stream()
                .map(run -> {
                    var target = Optional.ofNullable(byId.get(run.watch())).map(Watch::target);
                    return new Dashboard.Run(
                            run.id(),
                            target.map(of -> of.kind()),
                            target.map(of -> of.subject()).orElse(""),
                            target.map(of -> of.words()).orElse(""),
                            run.state().word(),
                            run.startedAt(),
                            run.endedAt(),
                            run.counts().listed(),
                            run.counts().wanted(),
                            run.counts().examined(),
                            run.counts().notRead());
                })
                .toList();
    }

    /** In the queue of single models, and in runs that are open; those before the newest are over but for a few. */
    private long waiting(List<SyncRun> last) {
        long inRuns = last.stream()
                .filter(run -> run.state().isOpen())
                .map(SyncRun::counts)
                .mapToLong(counts -> Math.max(0, counts.wanted() - counts.examined() - counts.notRead()))
                .sum();
        return Math.min(Dashboards.MOST, inRuns + queue.count(Dashboards.MOST));
    }

    private static Optional<Instant> covered(List<WatchHealth> health) {
        return health.stream().allMatch(one -> one.covered().isPresent())
                ? health.stream().flatMap(one -> one.covered().stream()).min(Comparator.naturalOrder())
                : Optional.empty();
    }
}
