package licet.registry.sync;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import licet.registry.platform.Database;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;

/** Looks at all watches of this instance's Hub at once. */
@Singleton
public class WatchHealths {
    private final Watches watches;
    private final Database database;
    private final Tables tables;
    private final Clock clock;

    WatchHealths(Watches watches, Database database, Tables tables, Clock clock) {
        this.watches = watches;
        this.database = database;
        this.tables = tables;
        this.clock = clock;
    }

    /** In the order in which they were made. */
    public List<WatchHealth> list() {
        var all = watches.list();
        var runs = database
                .read(sql ->
                        tables.runs().listLast(sql, all.stream().map(Watch::id).toList()))
                .stream()
                .collect(Collectors.groupingBy(SyncRun::watch));
        var now = clock.instant();
        return all.stream()
                .map(watch -> {
                    var own = runs.getOrDefault(watch.id(), List.of());
                    return WatchHealth.of(
                            watch,
                            own.stream().findFirst(),
                            own.stream()
                                    .filter(run -> run.state() == SyncRun.State.DONE)
                                    .findFirst(),
                            now);
                })
                .toList();
    }
}
