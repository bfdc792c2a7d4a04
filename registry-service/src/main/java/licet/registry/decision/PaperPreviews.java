package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import licet.registry.catalog.Catalog;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.instrument.PaperContent;
import licet.registry.platform.Database;
import licet.rules.facts.Deployment;
import licet.rules.verdict.Instrument;

/** Holds answers with a paper that somebody wants on record against the answers without it. */
@Singleton
public class PaperPreviews {
    /** A name can stand for a base of a hundred thousand models; so many are looked at one by one. */
    private static final int MOST = 2_000;

    private static final int EXAMPLES = 5;

    private final WorldPreviews worlds;
    private final TouchedModels touched;
    private final PopularModels popular;
    private final Judge judge;
    private final Catalog catalog;
    private final Facts facts;
    private final Database database;
    private final Clock clock;

    PaperPreviews(
            WorldPreviews worlds,
            TouchedModels touched,
            PopularModels popular,
            Judge judge,
            Catalog catalog,
            Facts facts,
            Database database,
            Clock clock) {
        this.worlds = worlds;
        this.touched = touched;
        this.popular = popular;
        this.judge = judge;
        this.catalog = catalog;
        this.facts = facts;
        this.database = database;
        this.clock = clock;
    }

    public PaperPreview of(PaperContent paper) {
        var proposed = paper.instrument(paper.kind().word() + ":proposed");
        var now = clock.instant();
        var at = paper.from().isAfter(now) ? paper.from() : now;
        return paper.reach().models().isEmpty() ? general(proposed, at) : narrow(proposed, at);
    }

    private static boolean reaches(Instrument paper, Deployment deployment) {
        var reach = paper.reach();
        return (reach.deployments().isEmpty() || reach.deployments().contains(deployment.key()))
                && (reach.licensees().isEmpty() || reach.licensees().contains(deployment.licensee()));
    }

    /** One for whatever model: it acts for profiles as a whole. */
    private PaperPreview general(Instrument paper, Instant at) {
        var current = facts.current();
        var organization = current.organization().organization();
        var pairs = current.deployments().stream()
                .map(CurrentFacts.VersionedDeployment::deployment)
                .filter(deployment -> reaches(paper, deployment))
                .map(deployment -> new World.Pair(
                        new World(deployment, organization, current.policy()),
                        new World(deployment, organization, current.policy(), List.of(paper))))
                .toList();
        var previews = worlds.of(pairs, at);
        var changes = previews.stream()
                .flatMap(preview -> preview.flips().stream())
                .sorted(WorldPreview.ORDER)
                .map(this::change)
                .toList();
        long models = previews.stream()
                .mapToLong(preview -> preview.before().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .max()
                .orElse(0);
        return new PaperPreview(at, models, true, changes);
    }

    private PaperPreview.Change change(WorldPreview.Way way) {
        return new PaperPreview.Change(
                way.deployment().key().value(),
                way.deployment().name(),
                way.from().name(),
                way.to().name(),
                way.models(),
                popular.names(way.profileIds(), EXAMPLES));
    }

    /** One for the models that it names and what was made from them. */
    private PaperPreview narrow(Instrument paper, Instant at) {
        var current = facts.current();
        var ids = database.read(
                sql -> touched.withDescendants(sql, List.copyOf(paper.reach().models())));
        var models = ids.stream()
                .limit(MOST)
                .flatMap(id -> catalog.findCurrent(id).stream())
                .toList();
        var ways = new Ways();
        for (var deployment : current.deployments()) {
            if (reaches(paper, deployment.deployment())) {
                for (var model : models) {
                    ways.add(
                            deployment.deployment(),
                            model.model(),
                            judge.turn(model.conclusion(), Judge.Case.of(current, deployment, false), paper, at));
                }
            }
        }
        return new PaperPreview(at, models.size(), ids.size() <= MOST, ways.changes());
    }
}
