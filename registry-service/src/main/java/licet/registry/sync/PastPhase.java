package licet.registry.sync;

import jakarta.inject.Singleton;
import licet.registry.ingest.PastReader;
import licet.registry.ingest.Traffic;
import licet.registry.platform.Database;

/** Reads what bases said when models were made from them, after all models of a run were read. */
@Singleton
final class PastPhase {
    private final Database database;
    private final PastReader reader;
    private final RunTable runs;
    private final Traffic traffic;

    PastPhase(Database database, PastReader reader, Tables tables, Traffic traffic) {
        this.database = database;
        this.reader = reader;
        this.runs = tables.runs();
        this.traffic = traffic;
    }

    Step step(SyncRun run) {
        var cost = new Traffic.Tally();
        var went = traffic.count(cost, reader::step);
        database.write(sql -> {
            runs.spend(sql, run.id(), cost);
            return true;
        });
        return switch (went) {
            case PastReader.Went.On() -> new Step.Went();
            case PastReader.Went.Done() -> new Step.Over();
            case PastReader.Went.Later(var pause) -> new Step.Later(pause);
        };
    }
}
