package licet.rules.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.Check;
import licet.rules.facts.Deployment;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;
import licet.rules.policy.CompiledPolicy;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Assessment;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Verdict;

/**
 * Holds a portfolio against two policies, or against two states of the facts. Models with the same profile are evaluated
 * once, however many there are.
 */
public final class Previewer {
    private final Evaluator evaluator;

    public Previewer(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** @param day UTC day of both evaluations */
    public Preview compare(Portfolio portfolio, CompiledPolicy active, CompiledPolicy proposed, LocalDate day) {
        var now = start(day);
        return compare(portfolio, new Side(portfolio, active, now), portfolio, new Side(portfolio, proposed, now));
    }

    /** A portfolio and the policy that it is judged by. */
    public record World(Portfolio portfolio, CompiledPolicy policy) {}

    /**
     * What other facts would change under the same policy.
     *
     * @param before and {@code after} hold the same profiles in the same order
     * @param day UTC day of both evaluations
     */
    public Preview compare(Portfolio before, Portfolio after, CompiledPolicy policy, LocalDate day) {
        return compare(new World(before, policy), new World(after, policy), day);
    }

    /**
     * What other facts and another policy would change together.
     *
     * @param before and {@code after} hold the same profiles in the same order
     * @param day UTC day of both evaluations
     */
    public Preview compare(World before, World after, LocalDate day) {
        return compare(before, after, start(day));
    }

    /**
     * The same at a moment, which matters where an instrument begins or ends in the middle of a day.
     *
     * @param before and {@code after} hold the same profiles in the same order
     */
    public Preview compare(World before, World after, Instant now) {
        Check.that(
                profiles(before).equals(profiles(after)),
                "two portfolios are compared profile by profile, so they must hold the same ones in the same order");
        return compare(
                before.portfolio(),
                new Side(before.portfolio(), before.policy(), now),
                after.portfolio(),
                new Side(after.portfolio(), after.policy(), now));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static List<Profile> profiles(World world) {
        return world.portfolio().items().stream().map(Portfolio.Item::profile).toList();
    }

    private static Preview compare(Portfolio before, Side today, Portfolio after, Side then) {
        var flips = new ArrayList<Flip>();
        var otherReasons = new ArrayList<Flip>();
        var counts = new EnumMap<Answer, Long>(Answer.class);
        long same = 0;
        for (int at = 0; at < after.items().size(); at++) {
            var item = after.items().get(at);
            var flip = flip(item, today.verdict(before.items().get(at)), then.verdict(item));
            counts.merge(flip.from(), item.models(), Long::sum);
            if (flip.from() != flip.to()) {
                flips.add(flip);
            } else if (!flip.gone().isEmpty() || !flip.added().isEmpty()) {
                otherReasons.add(flip);
            } else {
                same += item.models();
            }
        }
        return new Preview(flips, otherReasons, same, today.assessed.size(), counts);
    }

    private static Flip flip(Portfolio.Item item, Verdict before, Verdict after) {
        var gone = reasons(before);
        gone.removeAll(reasons(after));
        var added = reasons(after);
        added.removeAll(reasons(before));
        return new Flip(item, before.answer(), after.answer(), gone, added);
    }

    private static SortedSet<String> reasons(Verdict verdict) {
        var ids = new TreeSet<String>();
        for (var cited : verdict.findings()) {
            if (stands(cited.finding())) {
                ids.add(cited.finding().subject().id());
            }
        }
        return ids;
    }

    private static boolean stands(Finding finding) {
        return switch (finding) {
            case Finding.Violated _ -> true;
            case Finding.Needs _ -> true;
            case Finding.Satisfied _ -> false;
            case Finding.Noted _ -> false;
            case Finding.Obliges _ -> false;
            case Finding.Waived _ -> false;
        };
    }

    /** The portfolio under one policy. */
    private final class Side {
        private final Portfolio portfolio;
        private final CompiledPolicy policy;
        private final Instant now;
        private final Map<Pair, Assessment> assessed = new HashMap<>();

        private record Pair(Profile profile, Deployment deployment) {}

        Side(Portfolio portfolio, CompiledPolicy policy, Instant now) {
            this.portfolio = portfolio;
            this.policy = policy;
            this.now = now;
        }

        private LocalDate day() {
            return LocalDate.ofInstant(now, ZoneOffset.UTC);
        }

        Verdict verdict(Portfolio.Item item) {
            var assessment = assessed.computeIfAbsent(
                    new Pair(item.profile(), item.deployment()),
                    pair -> evaluator.assess(
                            pair.profile(), pair.deployment(), portfolio.organization(), policy, day()));
            return Evaluator.conclude(assessment, item.instruments(), Conclusion.Bindings.NONE, now);
        }
    }
}
