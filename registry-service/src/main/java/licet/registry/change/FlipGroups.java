package licet.registry.change;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import licet.registry.decision.Judge;
import licet.registry.decision.LicensePopulation;
import licet.registry.fact.CurrentFacts;
import licet.rules.lineage.Profile;
import licet.rules.preview.Flip;
import licet.rules.verdict.Answer;

/** Puts flips that go the same way together, with the reasons that decide most of them in words. */
@Singleton
class FlipGroups {
    private static final int REASONS = 5;

    private final ProfilesInUse profiles;
    private final Judge judge;

    FlipGroups(ProfilesInUse profiles, Judge judge) {
        this.profiles = profiles;
        this.judge = judge;
    }

    /** @param showValues whether the reader may see figures */
    record Sides(
            CurrentFacts current, FactPreviews.Situation before, FactPreviews.Situation after, boolean showValues) {
        private Judge.Case caseOf(FactPreviews.Situation situation) {
            return new Judge.Case(
                    new CurrentFacts.VersionedDeployment(situation.deployment(), 0),
                    new CurrentFacts.VersionedOrganization(situation.organization(), 0),
                    current,
                    showValues);
        }
    }

    private record Way(Answer from, Answer to) {}

    List<FactPreview.Group> of(List<Flip> flips, Sides sides) {
        var ways = new LinkedHashMap<Way, List<Flip>>();
        flips.forEach(flip -> ways.computeIfAbsent(new Way(flip.from(), flip.to()), _ -> new ArrayList<>())
                .add(flip));
        var ids = profiles.list().stream()
                .collect(Collectors.toMap(
                        LicensePopulation.Group::profile, LicensePopulation.Group::profileId, (one, _) -> one));
        return ways.entrySet().stream()
                .map(way -> group(way.getKey(), way.getValue(), sides, ids))
                .toList();
    }

    private FactPreview.Group group(Way way, List<Flip> flips, Sides sides, Map<Profile, Long> ids) {
        return new FactPreview.Group(
                way.from().name(),
                way.to().name(),
                flips.stream().mapToLong(flip -> flip.item().models()).sum(),
                frequent(flips, Flip::gone, sides.caseOf(sides.before())),
                frequent(flips, Flip::added, sides.caseOf(sides.after())),
                profiles.examples(flips.stream()
                        .map(flip -> ids.getOrDefault(flip.item().profile(), 0L))
                        .toList()));
    }

    private List<FactPreview.Why> frequent(
            List<Flip> flips, Function<Flip, ? extends Collection<String>> reasons, Judge.Case of) {
        var seen = new HashMap<String, Seen>();
        for (var flip : flips) {
            var item = flip.item();
            reasons.apply(flip)
                    .forEach(reason -> seen.merge(reason, new Seen(item.profile(), item.models()), Seen::plus));
        }
        return seen.entrySet().stream()
                .sorted(Map.Entry.<String, Seen>comparingByValue(
                                Comparator.comparingLong(Seen::models).reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .map(entry -> new FactPreview.Why(
                        entry.getKey(),
                        text(entry.getKey(), entry.getValue().profile(), of),
                        entry.getValue().models()))
                .toList();
    }

    /** @param profile one for which a reason stands */
    private record Seen(Profile profile, long models) {
        Seen plus(Seen other) {
            return new Seen(profile, models + other.models);
        }
    }

    /** The sentence as it is said of one model for which the reason stands. */
    private String text(String reason, Profile profile, Judge.Case of) {
        return judge.reasons(profile, of).getOrDefault(reason, reason);
    }
}
