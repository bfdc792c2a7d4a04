package licet.registry.change;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import licet.registry.decision.World;
import licet.registry.decision.WorldPreview;
import licet.registry.decision.WorldPreviews;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.verdict.Answer;

/** Evaluates every profile in use with the facts of today and with the facts that somebody wants to save. */
@Singleton
public class FactPreviews {
    private final Facts facts;
    private final WorldPreviews worlds;
    private final FlipGroups groups;
    private final Clock clock;

    FactPreviews(Facts facts, WorldPreviews worlds, FlipGroups groups, Clock clock) {
        this.facts = facts;
        this.worlds = worlds;
        this.groups = groups;
        this.clock = clock;
    }

    /** What one deployment would be judged like with these facts. */
    public FactPreview of(Deployment proposed, boolean showValues) {
        var current = facts.current();
        var stored = current.find(proposed.key()).map(CurrentFacts.VersionedDeployment::deployment);
        var organization = current.organization().organization();
        var pair = new World.Pair(
                new World(stored.orElse(proposed), organization, current.policy()),
                new World(proposed, organization, current.policy()));
        return compare(current, List.of(pair), stored.isEmpty(), showValues);
    }

    /** What every deployment would be judged like with these facts of the organization. */
    public FactPreview of(Organization proposed, boolean showValues) {
        var current = facts.current();
        var pairs = current.deployments().stream()
                .map(CurrentFacts.VersionedDeployment::deployment)
                .map(deployment -> new World.Pair(
                        new World(deployment, current.organization().organization(), current.policy()),
                        new World(deployment, proposed, current.policy())))
                .toList();
        return compare(current, pairs, false, showValues);
    }

    /** @param areNew whether these deployments are not on record yet */
    private FactPreview compare(CurrentFacts current, List<World.Pair> pairs, boolean areNew, boolean showValues) {
        var now = clock.instant();
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var previews = worlds.of(pairs, now);
        var parts = new ArrayList<FactPreview.Part>();
        for (int at = 0; at < pairs.size(); at++) {
            var sides = new FlipGroups.Sides(current, pairs.get(at), showValues);
            parts.add(part(sides, previews.get(at), areNew));
        }
        return new FactPreview(
                day, previews.stream().mapToInt(WorldPreview::evaluated).sum(), parts);
    }

    private FactPreview.Part part(FlipGroups.Sides sides, WorldPreview preview, boolean isNew) {
        var deployment = sides.pair().after().deployment();
        return new FactPreview.Part(
                deployment.key().value(),
                deployment.name(),
                isNew,
                isNew ? new FactPreview.Answers(0, 0, 0) : answers(preview.before()),
                new FactPreview.Answers(
                        preview.after(Answer.ALLOW), preview.after(Answer.NEEDS), preview.after(Answer.DENY)),
                groups.of(preview.flips(), sides),
                preview.otherReasons().stream()
                        .mapToLong(WorldPreview.Way::models)
                        .sum());
    }

    static FactPreview.Answers answers(Map<Answer, Long> counts) {
        return new FactPreview.Answers(
                counts.getOrDefault(Answer.ALLOW, 0L),
                counts.getOrDefault(Answer.NEEDS, 0L),
                counts.getOrDefault(Answer.DENY, 0L));
    }
}
