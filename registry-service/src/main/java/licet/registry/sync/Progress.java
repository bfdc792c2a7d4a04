package licet.registry.sync;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.HubClient;
import licet.ingest.hub.RateBudget;
import licet.registry.platform.Database;

/** How far a run is, and what it may still spend. */
@Singleton
public class Progress {
    private final SyncRuns runs;
    private final Database database;
    private final Tables tables;
    private final HubClient hub;
    private final Clock clock;

    Progress(SyncRuns runs, Database database, Tables tables, HubClient hub, Clock clock) {
        this.runs = runs;
        this.database = database;
        this.tables = tables;
        this.hub = hub;
        this.clock = clock;
    }

    /**
     * A run at this moment.
     *
     * @param budgets what is left of the Hub's quotas, as this instance last heard
     * @param toGo empty before anything is known to reckon with, and for runs that do not move
     */
    public record Now(SyncRun run, List<SyncError> errors, List<RateBudget> budgets, Optional<Duration> toGo) {
        public Now {
            errors = List.copyOf(errors);
            budgets = List.copyOf(budgets);
        }
    }

    public Now of(long id) {
        var run = runs.get(id);
        var before = database.read(sql -> tables.runs().findLastDone(sql, run.watch()));
        return new Now(run, runs.listErrors(id), hub.budgets(), toGo(run, before, clock.instant()));
    }

    /**
     * Reckons from the pace so far. While it lists, the end is where the last complete run ended.
     *
     * @param before the last complete run of the same watch
     */
    static Optional<Duration> toGo(SyncRun run, Optional<SyncRun> before, Instant now) {
        if (run.state() != SyncRun.State.RUNNING) {
            return Optional.empty();
        }
        var counts = run.counts();
        long settled = counts.examined() + counts.notRead();
        return switch (run.phase()) {
            case LISTING ->
                before.flatMap(last -> left(run, counts.listed(), last.counts().listed(), now));
            case EXAMINING -> left(run, settled, counts.wanted(), now);
        };
    }

    private static Optional<Duration> left(SyncRun run, long done, long all, Instant now) {
        var spent = Duration.between(run.startedAt(), now);
        return done <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(spent.toMillis() * Math.max(0, all - done) / done));
    }
}
