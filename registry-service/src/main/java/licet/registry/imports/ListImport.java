package licet.registry.imports;

import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.local.ModelListReader;
import licet.ingest.local.ModelListResult;
import licet.registry.catalog.LocalCatalog;
import licet.registry.ingest.IngestQueue;
import licet.registry.platform.Database;
import licet.registry.platform.Sha256;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.watch.Target;
import licet.registry.watch.Tier;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;

/** Takes lists of models: all of a list or nothing. */
@Singleton
public class ListImport {
    /** Each watch is a run of its own every day. */
    static final int MOST_WATCHES = 1_000;

    private final Database database;
    private final LocalCatalog catalog;
    private final Watches watches;
    private final IngestQueue queue;
    private final AuditLog audit;

    ListImport(Database database, LocalCatalog catalog, Watches watches, IngestQueue queue, AuditLog audit) {
        this.database = database;
        this.catalog = catalog;
        this.watches = watches;
        this.queue = queue;
        this.audit = audit;
    }

    /** What came of a list. */
    public sealed interface Outcome {
        /**
         * @param models in the list
         * @param known names of which nothing was on record before
         * @param watched new watches
         * @param queued revisions that are read as soon as a server is free
         */
        record Taken(int models, int known, int watched, int queued) implements Outcome {}

        /** Nothing was written. */
        record Rejected(List<ModelListResult.LineProblem> problems) implements Outcome {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * Every model becomes known. With the tier {@code examined} one without a revision is watched as well, and one with a
     * revision is read once at that revision.
     *
     * @param list CSV or JSON in UTF-8
     */
    public Outcome take(byte[] list, Tier tier, Actor actor) {
        return switch (ModelListReader.read(list)) {
            case ModelListResult.Rejected(var problems) -> new Outcome.Rejected(problems);
            case ModelListResult.Accepted(var entries) -> {
                var pinned = entries.stream().filter(ListImport::isPinned).toList();
                yield tier == Tier.EXAMINED && entries.size() > MOST_WATCHES
                        ? new Outcome.Rejected(List.of(tooMany(entries.size())))
                        : take(list, entries, tier == Tier.EXAMINED ? pinned : List.of(), tier, actor);
            }
        };
    }

    private static ModelListResult.LineProblem tooMany(int models) {
        return new ModelListResult.LineProblem(
                0,
                0,
                "",
                "%,d models are too many to examine one by one, at most %,d: take the list as listed, or watch developers"
                        .formatted(models, MOST_WATCHES));
    }

    private static boolean isPinned(ModelListResult.Entry entry) {
        return entry.revision().filter(at -> !at.equals(Revision.MAIN)).isPresent();
    }

    private Outcome take(
            byte[] list,
            List<ModelListResult.Entry> entries,
            List<ModelListResult.Entry> pinned,
            Tier tier,
            Actor actor) {
        var names =
                entries.stream().map(ModelListResult.Entry::model).distinct().toList();
        var wishes = tier == Tier.LISTED
                ? List.<Watch.Wish>of()
                : entries.stream()
                        .filter(entry -> !isPinned(entry))
                        .map(ModelListResult.Entry::model)
                        .distinct()
                        .map(ListImport::wish)
                        .toList();
        var taken = database.write(sql -> {
            int known = catalog.know(sql, names);
            int watched = watches.createMissing(wishes, actor);
            audit.append(AuditEvent.of(
                    actor,
                    "list.import",
                    "list",
                    HexFormat.of().formatHex(Sha256.of(list)),
                    Map.of(
                            "models", names.size(),
                            "known", known,
                            "watched", watched,
                            "revisions", pinned.size(),
                            "tier", tier.word())));
            return new Outcome.Taken(names.size(), known, watched, pinned.size());
        });
        // Queued twice is read once, so a list that is sent again after a crash here makes up for it.
        pinned.forEach(entry -> queue.add(entry.model(), entry.revision().orElseThrow()));
        return taken;
    }

    private static Watch.Wish wish(RepoId model) {
        return new Watch.Wish(new Target.Model(model), Tier.EXAMINED, Watch.Wish.DAILY);
    }
}
