package licet.registry.dashboard;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.decision.CatalogCounts;
import licet.registry.decision.Facet;
import licet.registry.fact.Facts;
import licet.registry.platform.http.Principal;
import licet.registry.stack.StackStates;
import licet.rules.Knowledge;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseClass;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Answer;

/**
 * Puts the dashboard together. Models are counted by profile and everything else is found by an index, so that a look
 * costs the same for a thousand models and for millions.
 */
@Singleton
public class Dashboards {
    /** Nobody counts on from here. */
    static final int MOST = 1_000;

    private static final int LICENSES = 10;
    private static final int COUNTRIES = 8;

    private final CatalogCounts counts;
    private final Facts facts;
    private final Needs needs;
    private final IngestHealth ingest;
    private final Outlooks outlooks;
    private final StackStates stacks;
    private final Knowledge knowledge;
    private final Clock clock;

    Dashboards(
            CatalogCounts counts,
            Facts facts,
            Needs needs,
            IngestHealth ingest,
            Outlooks outlooks,
            StackStates stacks,
            Knowledge knowledge,
            Clock clock) {
        this.counts = counts;
        this.facts = facts;
        this.needs = needs;
        this.ingest = ingest;
        this.outlooks = outlooks;
        this.stacks = stacks;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    public Dashboard of(Principal caller) {
        var counted = counts.now();
        var health = ingest.look();
        long models = counted.models();
        var running = stacks.list();
        return new Dashboard(
                clock.instant(),
                models,
                needs.of(caller, counted, health, running),
                deployments(counted),
                Mixes.top(Facet.LICENSE, counted.by(Facet.LICENSE), models, LICENSES, this::classOf),
                Mixes.each(Facet.LICENSE_CLASS, ids(LicenseClass.values()), counted.by(Facet.LICENSE_CLASS)),
                Mixes.top(Facet.COUNTRY, counted.by(Facet.COUNTRY), models, COUNTRIES, _ -> Optional.empty()),
                Mixes.each(
                        Facet.LINEAGE,
                        Stream.concat(ids(Profile.LineageGap.values()).stream(), Stream.of("declared", "none"))
                                .toList(),
                        counted.by(Facet.LINEAGE)),
                outlooks.of(running),
                health.shown());
    }

    private List<Dashboard.InDeployment> deployments(CatalogCounts.Counted counted) {
        return facts.current().deployments().stream()
                .map(stored -> {
                    var deployment = stored.deployment();
                    var answers = counted.answers(deployment.key());
                    return new Dashboard.InDeployment(
                            deployment.key().value(),
                            deployment.name(),
                            answers.getOrDefault(Answer.ALLOW, 0L),
                            answers.getOrDefault(Answer.NEEDS, 0L),
                            answers.getOrDefault(Answer.DENY, 0L));
                })
                .toList();
    }

    private Optional<String> classOf(String license) {
        return knowledge.licenses().find(new LicenseKey(license)).map(found -> Ids.of(found.licenseClass()));
    }

    private static List<String> ids(Enum<?>[] values) {
        return Arrays.stream(values).map(Ids::of).toList();
    }
}
