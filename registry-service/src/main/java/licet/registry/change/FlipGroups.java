package licet.registry.change;

import jakarta.inject.Singleton;
import java.util.List;
import licet.registry.decision.Judge;
import licet.registry.decision.PopularModels;
import licet.registry.decision.World;
import licet.registry.decision.WorldPreview;
import licet.registry.fact.CurrentFacts;

/** Says of flips that go the same way which reasons decide most of them, in words, and names some models. */
@Singleton
class FlipGroups {
    private static final int REASONS = 5;
    private static final int EXAMPLES = 5;

    private final PopularModels popular;
    private final Judge judge;

    FlipGroups(PopularModels popular, Judge judge) {
        this.popular = popular;
        this.judge = judge;
    }

    /** @param showValues whether the reader may see figures */
    record Sides(CurrentFacts current, World.Pair pair, boolean showValues) {
        private Judge.Case caseOf(World world) {
            return new Judge.Case(
                    new CurrentFacts.VersionedDeployment(world.deployment(), 0),
                    new CurrentFacts.VersionedOrganization(world.organization(), 0),
                    current,
                    showValues);
        }
    }

    List<FactPreview.Group> of(List<WorldPreview.Way> ways, Sides sides) {
        return ways.stream().map(way -> group(way, sides)).toList();
    }

    private FactPreview.Group group(WorldPreview.Way way, Sides sides) {
        return new FactPreview.Group(
                way.from().name(),
                way.to().name(),
                way.models(),
                why(way.gone(REASONS), sides.caseOf(sides.pair().before())),
                why(way.added(REASONS), sides.caseOf(sides.pair().after())),
                popular.names(way.profileIds(), EXAMPLES));
    }

    /** The sentence as it is said of one model for which the reason stands. */
    private List<FactPreview.Why> why(List<WorldPreview.Reason> reasons, Judge.Case of) {
        return reasons.stream()
                .map(reason -> new FactPreview.Why(
                        reason.id(),
                        judge.reasons(reason.profile(), of).getOrDefault(reason.id(), reason.id()),
                        reason.models()))
                .toList();
    }
}
