package licet.registry.change;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.preview.Portfolio;
import licet.rules.preview.Preview;
import licet.rules.preview.Previewer;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Evaluator;

/** Evaluates every profile in use with the facts of today and with the facts that somebody wants to save. */
@Singleton
public class FactPreviews {
    private final Facts facts;
    private final ProfilesInUse profiles;
    private final FlipGroups groups;
    private final Previewer previewer;
    private final ActiveKnowledge knowledge;
    private final Clock clock;

    FactPreviews(
            Facts facts,
            ProfilesInUse profiles,
            FlipGroups groups,
            Evaluator evaluator,
            ActiveKnowledge knowledge,
            Clock clock) {
        this.facts = facts;
        this.profiles = profiles;
        this.groups = groups;
        this.previewer = new Previewer(evaluator);
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /** What one deployment would be judged like with these facts. */
    public FactPreview of(Deployment proposed, boolean showValues) {
        var current = facts.current();
        var stored = current.find(proposed.key()).map(CurrentFacts.VersionedDeployment::deployment);
        var organization = current.organization().organization();
        var pair = new Pair(
                new Situation(stored.orElse(proposed), organization),
                new Situation(proposed, organization),
                stored.isEmpty());
        return compare(current, List.of(pair), showValues);
    }

    /** What every deployment would be judged like with these facts of the organization. */
    public FactPreview of(Organization proposed, boolean showValues) {
        var current = facts.current();
        var pairs = current.deployments().stream()
                .map(CurrentFacts.VersionedDeployment::deployment)
                .map(deployment -> new Pair(
                        new Situation(deployment, current.organization().organization()),
                        new Situation(deployment, proposed),
                        false))
                .toList();
        return compare(current, pairs, showValues);
    }

    /** The facts of one evaluation. */
    record Situation(Deployment deployment, Organization organization) {}

    private record Pair(Situation before, Situation after, boolean isNew) {}

    private FactPreview compare(CurrentFacts current, List<Pair> pairs, boolean showValues) {
        knowledge.requireActive();
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var parts = new ArrayList<FactPreview.Part>();
        int combinations = 0;
        for (var pair : pairs) {
            var preview = previewer.compare(portfolio(pair.before()), portfolio(pair.after()), current.policy(), day);
            combinations += preview.evaluated();
            parts.add(part(pair, preview, new FlipGroups.Sides(current, pair.before(), pair.after(), showValues)));
        }
        return new FactPreview(day, combinations, parts);
    }

    private Portfolio portfolio(Situation of) {
        return new Portfolio(
                of.organization(),
                profiles.list().stream()
                        .map(group -> new Portfolio.Item(group.profile(), of.deployment(), group.models(), List.of()))
                        .toList());
    }

    private FactPreview.Part part(Pair pair, Preview preview, FlipGroups.Sides sides) {
        var deployment = pair.after().deployment();
        return new FactPreview.Part(
                deployment.key().value(),
                deployment.name(),
                pair.isNew(),
                pair.isNew() ? new FactPreview.Answers(0, 0, 0) : answers(preview.before()),
                new FactPreview.Answers(
                        preview.after(Answer.ALLOW), preview.after(Answer.NEEDS), preview.after(Answer.DENY)),
                groups.of(preview.flips(), sides),
                preview.otherReasons().stream()
                        .mapToLong(flip -> flip.item().models())
                        .sum());
    }

    static FactPreview.Answers answers(Map<Answer, Long> counts) {
        return new FactPreview.Answers(
                counts.getOrDefault(Answer.ALLOW, 0L),
                counts.getOrDefault(Answer.NEEDS, 0L),
                counts.getOrDefault(Answer.DENY, 0L));
    }
}
