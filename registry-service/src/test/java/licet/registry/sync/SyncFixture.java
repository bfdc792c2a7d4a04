package licet.registry.sync;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.testing.TestRegistry;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;

/** A server of its own whose jobs stand still, so that only the test drives runs. */
final class SyncFixture {
    final TestRegistry registry =
            TestRegistry.apart(Map.of("licet.jobs.enabled", "false", "licet.door-probe", "false"));
    final BulkHub hub = new BulkHub(registry);
    final SyncRuns runs = registry.bean(SyncRuns.class);

    SyncFixture() {
        registry.bean(ActiveKnowledge.class).activate();
    }

    Watch watch(Target target, Tier tier) {
        return registry.bean(Watches.class).create(new Watch.Wish(target, tier, Watch.Wish.DAILY), Actor.HOST);
    }

    /** The clock stands still, and no two looks at a model are made in the same moment. */
    SyncRun run(Watch watch) {
        registry.clock().advance(Duration.ofMinutes(1));
        return runs.run(watch.id(), _ -> {});
    }

    long count(String what, Object... arguments) {
        return registry.bean(Database.class)
                .read(sql -> sql.get("SELECT count(*) AS n FROM " + what, row -> row.getLong("n"), arguments));
    }

    /** Kinds of drift of one model, the oldest first. */
    List<String> drift(String model) {
        return registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT d.kind FROM drift d JOIN model m ON m.id = d.model_id WHERE m.full_name_lower = lower(?)"
                                + " ORDER BY d.id",
                        row -> row.getString("kind"),
                        model));
    }
}
