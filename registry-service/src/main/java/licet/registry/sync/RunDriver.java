package licet.registry.sync;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import licet.registry.platform.Database;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;

/** Takes runs on, from wherever they stand: after a crash, a pause or another instance's work just the same. */
@Singleton
class RunDriver {
    private final Database database;
    private final Watches watches;
    private final Tables tables;
    private final ListingPhase listing;
    private final ExaminePhase examining;
    private final PastPhase past;

    RunDriver(
            Database database,
            Watches watches,
            Tables tables,
            ListingPhase listing,
            ExaminePhase examining,
            PastPhase past) {
        this.database = database;
        this.watches = watches;
        this.tables = tables;
        this.listing = listing;
        this.examining = examining;
        this.past = past;
    }

    /** Lists one page; over as soon as there is nothing to list. */
    Step list(long id) {
        return find(id).filter(run -> run.isIn(SyncRun.Phase.LISTING))
                .flatMap(run -> watch(run).map(watch -> listing.step(run, watch)))
                .orElseGet(Step.Over::new);
    }

    /** Reads what of a chunk waits. */
    Step examine(long id, int chunk) {
        return find(id).filter(run -> run.isIn(SyncRun.Phase.EXAMINING))
                .map(run -> examining.step(run, chunk))
                .orElseGet(Step.Over::new);
    }

    /** Once nothing waits any more: what bases said in the past, which depends on all models that were read. */
    Step lookBack(long id) {
        return find(id).filter(run -> run.isIn(SyncRun.Phase.EXAMINING))
                .filter(_ -> findChunk(id).isEmpty())
                .map(past::step)
                .orElseGet(Step.Over::new);
    }

    List<Integer> listChunks(long id) {
        return database.read(sql -> tables.items().listChunks(sql, id));
    }

    OptionalInt findChunk(long id) {
        return database.read(sql -> tables.items().findChunk(sql, id));
    }

    /** Ends a run in which nothing waits any more. */
    void closeIfComplete(long id) {
        database.write(sql -> {
            boolean complete = tables.runs()
                    .find(sql, id)
                    .filter(run -> run.isIn(SyncRun.Phase.EXAMINING))
                    .filter(_ -> tables.items().findChunk(sql, id).isEmpty())
                    .isPresent();
            if (complete && tables.runs().move(sql, id, SyncRun.State.RUNNING, SyncRun.State.DONE)) {
                tables.items().clear(sql, id);
            }
            return complete;
        });
    }

    Optional<SyncRun> find(long id) {
        return database.read(sql -> tables.runs().find(sql, id));
    }

    private Optional<Watch> watch(SyncRun run) {
        return watches.findAny(run.watch());
    }
}
