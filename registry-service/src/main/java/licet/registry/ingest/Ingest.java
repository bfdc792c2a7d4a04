package licet.registry.ingest;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.SnapshotAssembler;
import licet.ingest.snapshot.SnapshotResult;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.Denials;
import licet.registry.catalog.Refs;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads models with their ancestors from the Hub into the catalog. Requests happen outside any transaction. */
@Singleton
public class Ingest {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final int BATCH = 20;
    /** A hostile card can name any number of bases; what is left over stays a gap that shows. */
    private static final int MOST_MODELS = 200;

    private final SnapshotAssembler assembler;
    private final Catalog catalog;
    private final Denials denials;
    private final PastReader past;
    private final Refs refs;

    Ingest(SnapshotAssembler assembler, Catalog catalog, Denials denials, PastReader past, Refs refs) {
        this.assembler = assembler;
        this.catalog = catalog;
        this.denials = denials;
        this.past = past;
        this.refs = refs;
    }

    /** How a run ended. */
    public record Report(int taken, int news, List<String> refused) {
        public Report {
            refused = List.copyOf(refused);
        }
    }

    private record Wanted(RepoId model, Revision revision) {
        /** Any other branch or commit must not stand for the model as it is now. */
        boolean isNewest() {
            return revision.equals(Revision.MAIN);
        }

        boolean canMove() {
            return !isNewest() && !revision.isCommit();
        }
    }

    /** Reads these models at their newest revision, then every declared parent that is not on record. */
    public Report run(List<RepoId> models, IngestProgress progress) {
        return new Run(progress)
                .run(models.stream().map(id -> new Wanted(id, Revision.MAIN)).toList());
    }

    /** Reads one model at one revision, and its parents; at the newest as well where that is not on record. */
    public Report run(RepoId model, Revision revision) {
        var wanted = new ArrayList<>(List.of(new Wanted(model, revision)));
        if (!catalog.knows(new ModelId(model.value()))) {
            wanted.add(new Wanted(model, Revision.MAIN));
        }
        return new Run(IngestProgress.SILENT).run(wanted);
    }

    private final class Run {
        private final IngestProgress progress;
        private final ArrayDeque<Wanted> waiting = new ArrayDeque<>();
        private final Set<String> asked = new HashSet<>();
        private final List<ModelSnapshot> newest = new ArrayList<>();
        private final List<ModelSnapshot> older = new ArrayList<>();
        private final Map<Wanted, Optional<String>> named = new LinkedHashMap<>();
        private final List<String> refused = new ArrayList<>();
        private int taken;
        private int news;

        Run(IngestProgress progress) {
            this.progress = progress;
        }

        Report run(List<Wanted> first) {
            first.forEach(this::want);
            while (!waiting.isEmpty()) {
                read(waiting.remove());
                if (newest.size() + older.size() >= BATCH || waiting.isEmpty()) {
                    store();
                    catalog.listUnreadParents().stream()
                            .flatMap(parent -> RepoId.find(parent.value()).stream())
                            .forEach(parent -> want(new Wanted(parent, Revision.MAIN)));
                }
            }
            lookBack();
            return new Report(taken, news, refused);
        }

        /** What the Hub does not answer now is asked for again by the next reading. */
        private void lookBack() {
            int steps = 0;
            while (steps < MOST_MODELS && past.step() instanceof PastReader.Went.On) {
                steps++;
            }
        }

        private void want(Wanted wanted) {
            boolean isNew = asked.size() < MOST_MODELS
                    && asked.add(wanted.model().value().toLowerCase(Locale.ROOT) + "@" + wanted.revision());
            if (isNew) {
                waiting.add(wanted);
            }
        }

        private void read(Wanted wanted) {
            String outcome = switch (assembler.fetch(wanted.model(), wanted.revision())) {
                case SnapshotResult.Taken(var snapshot) -> take(wanted, snapshot);
                case SnapshotResult.Gone(var model, var detail) -> deny(model, Denials.Denial.GONE, detail);
                case SnapshotResult.RevisionGone(var model, var detail) -> {
                    names(wanted, Optional.empty());
                    yield refuse(model, "revision gone", detail);
                }
                case SnapshotResult.Disabled(var model, var detail) -> deny(model, Denials.Denial.DISABLED, detail);
                case SnapshotResult.GatedEntirely(var model, var detail) -> refuse(model, "gated", detail);
                case SnapshotResult.Failed(var model, var detail, var after) -> refuse(model, "failed", detail);
            };
            progress.read(taken + refused.size(), asked.size(), wanted.model().value(), outcome);
        }

        private String take(Wanted wanted, ModelSnapshot snapshot) {
            (wanted.isNewest() ? newest : older).add(snapshot);
            snapshot.identity().commit().ifPresent(commit -> names(wanted, Optional.of(commit)));
            taken++;
            return "taken";
        }

        private void names(Wanted wanted, Optional<String> commit) {
            if (wanted.canMove()) {
                named.put(wanted, commit);
            }
        }

        private String deny(RepoId model, Denials.Denial denial, String detail) {
            denials.record(model, denial, Optional.empty());
            return refuse(model, Ids.of(denial), detail);
        }

        private String refuse(RepoId model, String outcome, String detail) {
            LOG.info("{} was not read ({}): {}", model, outcome, detail);
            refused.add(model.value() + ": " + outcome);
            return outcome;
        }

        private void store() {
            if (!newest.isEmpty() || !older.isEmpty()) {
                news += catalog.store(newest, older);
                newest.clear();
                older.clear();
            }
            named.forEach((wanted, commit) -> refs.record(wanted.model(), wanted.revision(), commit));
            named.clear();
        }
    }
}
