package licet.registry.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import licet.rules.facts.Deployment;
import licet.rules.lineage.Profile;
import licet.rules.preview.Flip;
import licet.rules.preview.Portfolio;
import licet.rules.preview.Preview;
import licet.rules.verdict.Answer;

/**
 * What a change of one deployment's world does to the whole population.
 *
 * @param flips models whose answer would be another one, refusals first
 * @param otherReasons models whose answer would stay, with other reasons
 * @param same how many models would notice nothing
 * @param evaluated how many profiles were evaluated, on each side
 * @param before how many models have each answer today; an answer that none has may be left out
 */
public record WorldPreview(
        List<Way> flips, List<Way> otherReasons, long same, int evaluated, Map<Answer, Long> before) {
    /** Refusals first, then by deployment. */
    public static final Comparator<Way> ORDER = Comparator.comparing(Way::to)
            .thenComparing(Way::from)
            .thenComparing(way -> way.deployment().key());

    public WorldPreview {
        flips = List.copyOf(flips);
        otherReasons = List.copyOf(otherReasons);
        before = Map.copyOf(before);
    }

    /** How many models would have this answer. */
    public long after(Answer answer) {
        return before.getOrDefault(answer, 0L)
                - flips.stream()
                        .filter(way -> way.from() == answer)
                        .mapToLong(Way::models)
                        .sum()
                + flips.stream()
                        .filter(way -> way.to() == answer)
                        .mapToLong(Way::models)
                        .sum();
    }

    /** One profile that goes from one answer to another, or from reasons to reasons. */
    record Turn(long profileId, Flip flip) {}

    /** Models that go the same way in one deployment, those of the most populated profile first. */
    public record Way(Deployment deployment, Answer from, Answer to, List<Turn> turns) {
        public Way {
            turns = List.copyOf(turns);
        }

        public long models() {
            return turns.stream().mapToLong(turn -> turn.flip().item().models()).sum();
        }

        public List<Long> profileIds() {
            return turns.stream().map(Turn::profileId).toList();
        }

        /** Reasons that would no longer stand, those of the most models first. */
        public List<Reason> gone(int most) {
            return frequent(Flip::gone, most);
        }

        /** Reasons that would be new, those of the most models first. */
        public List<Reason> added(int most) {
            return frequent(Flip::added, most);
        }

        private List<Reason> frequent(Function<Flip, ? extends Collection<String>> reasons, int most) {
            var seen = new HashMap<String, Reason>();
            for (var turn : turns) {
                var item = turn.flip().item();
                reasons.apply(turn.flip())
                        .forEach(id -> seen.merge(id, new Reason(id, item.models(), item.profile()), Reason::plus));
            }
            return seen.values().stream()
                    .sorted(Comparator.comparingLong(Reason::models).reversed().thenComparing(Reason::id))
                    .limit(most)
                    .toList();
        }
    }

    /**
     * @param models for how many it counts
     * @param profile one for which it stands
     */
    public record Reason(String id, long models, Profile profile) {
        private Reason plus(Reason other) {
            return new Reason(id, models + other.models, profile);
        }
    }

    /** Parts of one population, in its order. */
    static WorldPreview of(List<Part> parts) {
        var before = new EnumMap<Answer, Long>(Answer.class);
        parts.forEach(
                part -> part.preview().before().forEach((answer, models) -> before.merge(answer, models, Long::sum)));
        return new WorldPreview(
                ways(parts, Preview::flips),
                ways(parts, Preview::otherReasons),
                parts.stream().mapToLong(part -> part.preview().same()).sum(),
                parts.stream().mapToInt(part -> part.preview().evaluated()).sum(),
                before);
    }

    /** @param ids of the profiles, by the identity of the item that stands for each */
    record Part(Preview preview, Map<Portfolio.Item, Long> ids) {
        private List<Turn> turns(Function<Preview, List<Flip>> which) {
            return which.apply(preview).stream()
                    .map(flip -> new Turn(ids.getOrDefault(flip.item(), 0L), flip))
                    .toList();
        }
    }

    private static List<Way> ways(List<Part> parts, Function<Preview, List<Flip>> which) {
        record Direction(Deployment deployment, Answer from, Answer to) {}
        var all = new LinkedHashMap<Direction, List<Turn>>();
        parts.stream()
                .flatMap(part -> part.turns(which).stream())
                .forEach(turn -> all.computeIfAbsent(
                                new Direction(
                                        turn.flip().item().deployment(),
                                        turn.flip().from(),
                                        turn.flip().to()),
                                _ -> new ArrayList<>())
                        .add(turn));
        return all.entrySet().stream()
                .map(way -> new Way(
                        way.getKey().deployment(),
                        way.getKey().from(),
                        way.getKey().to(),
                        way.getValue()))
                .sorted(ORDER)
                .toList();
    }
}
