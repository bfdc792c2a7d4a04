package licet.rules.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.facts.Deployment;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;
import licet.rules.policy.CompiledPolicy;
import licet.rules.verdict.Assessment;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Finding;
import licet.rules.verdict.Verdict;

/** Holds a portfolio against two policies. Models with the same profile are evaluated once, however many there are. */
public final class Previewer {
    private final Evaluator evaluator;

    public Previewer(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** @param day UTC day of both evaluations */
    public Preview compare(Portfolio portfolio, CompiledPolicy active, CompiledPolicy proposed, LocalDate day) {
        var before = new Side(portfolio, active, day);
        var after = new Side(portfolio, proposed, day);
        var flips = new ArrayList<Flip>();
        var otherReasons = new ArrayList<Flip>();
        long same = 0;
        for (var item : portfolio.items()) {
            var flip = flip(item, before.verdict(item), after.verdict(item));
            if (flip.from() != flip.to()) {
                flips.add(flip);
            } else if (!flip.gone().isEmpty() || !flip.added().isEmpty()) {
                otherReasons.add(flip);
            } else {
                same += item.models();
            }
        }
        return new Preview(flips, otherReasons, same, before.assessed.size());
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
        private final LocalDate day;
        private final Map<Pair, Assessment> assessed = new HashMap<>();

        private record Pair(Profile profile, Deployment deployment) {}

        Side(Portfolio portfolio, CompiledPolicy policy, LocalDate day) {
            this.portfolio = portfolio;
            this.policy = policy;
            this.day = day;
        }

        Verdict verdict(Portfolio.Item item) {
            var assessment = assessed.computeIfAbsent(
                    new Pair(item.profile(), item.deployment()),
                    pair -> evaluator.assess(pair.profile(), pair.deployment(), portfolio.organization(), policy, day));
            Instant now = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            return Evaluator.conclude(assessment, item.instruments(), Conclusion.Bindings.NONE, now);
        }
    }
}
