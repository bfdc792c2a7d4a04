package licet.registry.start;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.ReleasedModels;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.Samples;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.ingest.WatchedModels;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.audit.Actor;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;
import licet.rules.evidence.ModelId;

/** Makes an empty database useful, and an older one current: knowledge, samples, models, answers. */
@Singleton
public class FirstStart {
    private final ActiveKnowledge knowledge;
    private final Samples samples;
    private final Catalog catalog;
    private final ReleasedModels released;
    /** Made only where something is to be read: most starts find everything in place. */
    private final Provider<Ingest> ingest;

    private final WatchedModels first;
    private final Watches watches;
    private final Clock clock;
    private final VerdictTable verdicts;

    FirstStart(
            ActiveKnowledge knowledge,
            Samples samples,
            Catalog catalog,
            ReleasedModels released,
            Provider<Ingest> ingest,
            WatchedModels first,
            Watches watches,
            Clock clock,
            VerdictTable verdicts) {
        this.knowledge = knowledge;
        this.samples = samples;
        this.catalog = catalog;
        this.released = released;
        this.ingest = ingest;
        this.first = first;
        this.watches = watches;
        this.clock = clock;
        this.verdicts = verdicts;
    }

    /** What was done; all zero on a later start that found everything in place. */
    public record Report(boolean samplesLoaded, int modelsRead, int notRead, int concludedAgain, int verdicts) {}

    /** Each part is skipped when it was done before, so an interrupted first start simply goes on. */
    public Report run(IngestProgress progress) {
        knowledge.activate();
        boolean loaded = samples.loadIfEmpty();
        var missing = listMissing();
        var report = missing.isEmpty()
                ? new Ingest.Report(0, 0, List.of())
                : ingest.get().run(missing, progress);
        // Not only after an activation: a start that ended between the two left conclusions of the knowledge before.
        int again = catalog.refresh();
        released.placeStated();
        return new Report(loaded, report.taken(), report.refused().size(), again, verdicts.fill());
    }

    /**
     * Watches the first models, which are read here and now and then by their watches. Those whose watch somebody ended are
     * not read again.
     */
    private List<RepoId> listMissing() {
        var wishes = first.list().stream()
                .map(model -> new Watch.Wish(new Target.Model(model), Tier.EXAMINED, Watch.Wish.DAILY))
                .toList();
        watches.createNew(wishes, clock.instant().plus(Watch.Wish.DAILY), Actor.PRODUCT);
        var watched = watches.list().stream().map(Watch::target).collect(Collectors.toSet());
        return first.list().stream()
                .filter(model -> watched.contains(new Target.Model(model)))
                .filter(model -> !catalog.knows(new ModelId(model.value())))
                .toList();
    }
}
