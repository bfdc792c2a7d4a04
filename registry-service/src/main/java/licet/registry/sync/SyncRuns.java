package licet.registry.sync;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;

/** Starts, stops and shows runs. */
@Singleton
public class SyncRuns {
    private static final String KIND = "sync-run";

    private final Database database;
    private final Tables tables;
    private final Watches watches;
    private final RunDriver driver;
    private final RunQueue queue;
    private final AuditLog audit;

    SyncRuns(Database database, Tables tables, Watches watches, RunDriver driver, RunQueue queue, AuditLog audit) {
        this.database = database;
        this.tables = tables;
        this.watches = watches;
        this.driver = driver;
        this.queue = queue;
        this.audit = audit;
    }

    /** Starts a run that the instances share. Refused as a conflict where one of this watch is open. */
    public SyncRun start(UUID watch, Actor actor) {
        var run = open(watches.get(watch), actor)
                .orElseThrow(() -> new RegistryProblem.Conflict(
                                KIND, "of watch " + watch, "wait for the open run, or cancel it")
                        .asException());
        queue.add(run.id());
        return run;
    }

    /** Starts the runs that are due. Returns how many. */
    int startDue() {
        takeUp();
        int started = 0;
        for (var watch : watches.listDue()) {
            var run = open(watch, Actor.PRODUCT);
            run.ifPresent(opened -> queue.add(opened.id()));
            started += run.isPresent() ? 1 : 0;
        }
        return started;
    }

    /** A run whose job got lost, with the process that started it for instance, is queued again. */
    private void takeUp() {
        database.read(tables.runs()::listIdle).forEach(queue::add);
    }

    private Optional<SyncRun> open(Watch watch, Actor actor) {
        return database.write(sql -> {
            watches.postpone(sql, watch);
            var id = tables.runs().create(sql, watch.id());
            id.ifPresent(_ -> tables.items().clearFailed(sql, watch.id()));
            id.ifPresent(run -> audit.append(AuditEvent.of(
                    actor,
                    "sync-run.start",
                    KIND,
                    Long.toString(run),
                    Map.of("watch", watch.id().toString()))));
            return id.flatMap(run -> tables.runs().find(sql, run));
        });
    }

    /**
     * Brings a watch up to date in this thread and returns the run as it ended. An open run is taken on from where it
     * stands. Blocks while the Hub wants to be left alone.
     *
     * @param progress hears of the run after every step
     */
    public SyncRun run(UUID watchId, Consumer<SyncRun> progress) {
        return drive(join(watchId, Actor.PRODUCT).id(), progress);
    }

    /** The open run of a watch, or a new one that this caller drives; what it leaves, instances take up. */
    public SyncRun join(UUID watchId, Actor actor) {
        var watch = watches.get(watchId);
        Supplier<Optional<SyncRun>> open =
                () -> database.read(sql -> tables.runs().findOpen(sql, watchId));
        // Where another opens one between the two looks, that one is joined.
        return open.get().or(() -> open(watch, actor)).or(open).orElseThrow();
    }

    /**
     * Takes a run on in this thread as far as there is work for it: to its end, or until it is stopped or all that is left
     * is in other hands.
     *
     * @param progress hears of the run after every step
     */
    public SyncRun drive(long id, Consumer<SyncRun> progress) {
        repeat(id, () -> driver.list(id), progress);
        for (var chunk = driver.findChunk(id); chunk.isPresent() && isExamining(id); chunk = driver.findChunk(id)) {
            int next = chunk.getAsInt();
            repeat(id, () -> driver.examine(id, next), progress);
        }
        repeat(id, () -> driver.lookBack(id), progress);
        driver.closeIfComplete(id);
        return get(id);
    }

    private void repeat(long id, Supplier<Step> steps, Consumer<SyncRun> progress) {
        boolean more = true;
        while (more) {
            more = switch (steps.get()) {
                case Step.Went() -> true;
                case Step.Later(var pause) -> sleep(pause);
                case Step.Over() -> false;
            };
            progress.accept(get(id));
        }
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Not while another driver still lists: there would be nothing to do but to look again at once. */
    private boolean isExamining(long id) {
        return !Thread.currentThread().isInterrupted() && get(id).isIn(SyncRun.Phase.EXAMINING);
    }

    public SyncRun get(long id) {
        return driver.find(id).orElseThrow(() -> missing(id));
    }

    /** The newest first. */
    public List<SyncRun> list(Optional<UUID> watch, int limit) {
        return database.read(sql -> tables.runs().list(sql, watch, limit));
    }

    public List<SyncError> listErrors(long id) {
        return database.read(sql -> tables.errors().list(sql, id));
    }

    List<RunDrift> listDrift(long id) {
        return database.read(sql -> tables.runs().listDrift(sql, id));
    }

    /** Takes effect before the next page or chunk. */
    public SyncRun pause(long id, Actor actor) {
        return move(id, SyncRun.State.RUNNING, SyncRun.State.PAUSED, new AuditEntry(actor, "sync-run.pause"));
    }

    /** Takes a paused run on, or one that failed and was not followed by another. */
    public SyncRun resume(long id, Actor actor) {
        var run = get(id);
        boolean newest = list(Optional.of(run.watch()), 1).getFirst().id() == id;
        var from = run.state() == SyncRun.State.FAILED && newest ? SyncRun.State.FAILED : SyncRun.State.PAUSED;
        var resumed = move(id, from, SyncRun.State.RUNNING, new AuditEntry(actor, "sync-run.resume"));
        queue.add(id);
        return resumed;
    }

    /** Takes effect before the next page or chunk; what was written stays. */
    public SyncRun cancel(long id, Actor actor) {
        var from = get(id).state();
        var entry = new AuditEntry(actor, "sync-run.cancel");
        var run = move(id, from.isOpen() ? from : SyncRun.State.RUNNING, SyncRun.State.CANCELED, entry);
        database.write(sql -> {
            tables.items().clear(sql, id);
            return id;
        });
        return run;
    }

    private record AuditEntry(Actor actor, String action) {}

    private SyncRun move(long id, SyncRun.State from, SyncRun.State to, AuditEntry entry) {
        get(id);
        return database.write(sql -> {
            if (!tables.runs().move(sql, id, from, to)) {
                throw new RegistryProblem.Conflict(KIND, Long.toString(id), "it is not " + from.word()).asException();
            }
            audit.append(AuditEvent.of(entry.actor(), entry.action(), KIND, Long.toString(id), Map.of()));
            return tables.runs().find(sql, id).orElseThrow();
        });
    }

    private static RuntimeException missing(long id) {
        return new RegistryProblem.NotFound(KIND, Long.toString(id)).asException();
    }
}
