package licet.tests.sync;

import io.micronaut.context.ApplicationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.audit.Actor;
import licet.registry.sync.SyncRun;
import licet.registry.sync.SyncRuns;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;

/**
 * The product's sync in a process of its own, which may be killed. Reads watches from its input, one a line
 * ({@code hub} or {@code developer NAME}), brings each up to date, and tells of every step and every end.
 */
final class SyncChild {
    static final String READY = "ready";
    static final String STEP = "step";
    static final String REPORT = "report ";

    private final ApplicationContext context;
    private final HeapWatch heap;

    private SyncChild(ApplicationContext context, HeapWatch heap) {
        this.context = context;
        this.heap = heap;
    }

    public static void main(String[] arguments) throws IOException {
        var heap = HeapWatch.start();
        Map<String, Object> settings = Map.of("licet.hub", "live", "licet.jobs.enabled", false);
        try (var context = ApplicationContext.builder().properties(settings).start();
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            context.getBean(ActiveKnowledge.class).activate();
            var child = new SyncChild(context, heap);
            say(READY);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(REPORT + child.sync(line).line());
            }
        }
    }

    private Report sync(String wanted) {
        long start = System.nanoTime();
        heap.takePeak();
        SyncRun run = context.getBean(SyncRuns.class).run(watch(wanted).id(), _ -> say(STEP));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        var counts = run.counts();
        return new Report(
                run.state().word(),
                counts.listed(),
                counts.changed(),
                counts.examined(),
                counts.notRead(),
                counts.requests(),
                millis,
                heap.takePeak(),
                heap.live());
    }

    private Watch watch(String wanted) {
        var watches = context.getBean(Watches.class);
        Target target = wanted.equals("hub")
                ? new Target.WholeHub()
                : new Target.Developer(wanted.substring("developer ".length()));
        Tier tier = target instanceof Target.WholeHub ? Tier.LISTED : Tier.EXAMINED;
        return watches.list().stream()
                .filter(watch -> watch.target().equals(target))
                .findFirst()
                .orElseGet(() -> watches.create(new Watch.Wish(target, tier, Watch.Wish.DAILY), Actor.HOST));
    }

    /** At once, since the reader may end this process any moment. */
    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
