package licet.registry.start;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import licet.registry.catalog.Catalog;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.Samples;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.ingest.WatchedModels;
import licet.registry.knowledge.ActiveKnowledge;
import licet.rules.evidence.ModelId;

/** Makes an empty database useful, and an older one current: knowledge, samples, models, answers. */
@Singleton
public class FirstStart {
    private final ActiveKnowledge knowledge;
    private final Samples samples;
    private final Catalog catalog;
    /** Made only where something is to be read: most starts find everything in place. */
    private final Provider<Ingest> ingest;

    private final WatchedModels watched;
    private final VerdictTable verdicts;

    FirstStart(
            ActiveKnowledge knowledge,
            Samples samples,
            Catalog catalog,
            Provider<Ingest> ingest,
            WatchedModels watched,
            VerdictTable verdicts) {
        this.knowledge = knowledge;
        this.samples = samples;
        this.catalog = catalog;
        this.ingest = ingest;
        this.watched = watched;
        this.verdicts = verdicts;
    }

    /** What was done; all zero on a later start that found everything in place. */
    public record Report(boolean samplesLoaded, int modelsRead, int notRead, int concludedAgain, int verdicts) {}

    /** Each part is skipped when it was done before, so an interrupted first start simply goes on. */
    public Report run(IngestProgress progress) {
        knowledge.activate();
        boolean loaded = samples.loadIfEmpty();
        var missing = watched.list().stream()
                .filter(model -> !catalog.knows(new ModelId(model.value())))
                .toList();
        var report = missing.isEmpty()
                ? new Ingest.Report(0, 0, java.util.List.of())
                : ingest.get().run(missing, progress);
        // Not only after an activation: a start that ended between the two left conclusions of the knowledge before.
        int again = catalog.refresh();
        return new Report(loaded, report.taken(), report.refused().size(), again, verdicts.fill());
    }
}
