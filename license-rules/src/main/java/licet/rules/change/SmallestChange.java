package licet.rules.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.Fact;
import licet.rules.license.LicenseCatalog;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Assessment;
import licet.rules.verdict.Evaluator;
import licet.rules.verdict.Verdict;

/**
 * Finds what would flip a verdict: single changes, else pairs, each tried by evaluating the changed inputs. The goal is
 * ALLOW; where that is out of reach, a refusal that would become a question is shown.
 */
public final class SmallestChange {
    /** No more verdicts than this are made for one search. */
    public static final int MAX_EVALUATIONS = 400;

    private final Evaluator evaluator;
    private final Candidates candidates;

    /** @param holds whether a set of country and region codes holds a country */
    public SmallestChange(Evaluator evaluator, LicenseCatalog catalog, BiPredicate<Set<String>, Country> holds) {
        this.evaluator = evaluator;
        this.candidates = new Candidates(catalog, holds);
    }

    /** @param alternatives other revisions and other models that are on record */
    public Flips find(Inputs inputs, List<Alternative> alternatives) {
        var search = new Search(new Changed(alternatives), inputs);
        var first = search.verdict(inputs);
        return first.answer() == Answer.ALLOW
                ? Flips.NONE
                : search.smallest(first, candidates.of(inputs, first, alternatives));
    }

    /** What came out when a set of changes was tried. */
    private record Tried(List<Change> changes, Answer answer, Set<String> standing) {
        boolean touchesMoreThan(Tried other) {
            var mine = touches();
            var others = other.touches();
            return mine.size() > others.size() && mine.containsAll(others);
        }

        private Set<String> touches() {
            var all = new TreeSet<String>();
            changes.forEach(change -> all.addAll(change.touches()));
            return all;
        }
    }

    /** What an assessment is made from in one search; instruments only come in when a verdict is concluded. */
    private record Facts(Profile profile, Deployment deployment) {}

    private final class Search {
        private final Changed changed;
        private final Inputs inputs;
        private final Map<Facts, Assessment> assessed = new HashMap<>();
        private int left = MAX_EVALUATIONS - 1;

        Search(Changed changed, Inputs inputs) {
            this.changed = changed;
            this.inputs = inputs;
        }

        Verdict verdict(Inputs of) {
            var assessment = assessed.computeIfAbsent(
                    new Facts(of.profile(), of.deployment()),
                    facts -> evaluator.assess(
                            facts.profile(), facts.deployment(), of.organization(), of.policy(), of.day()));
            return Evaluator.conclude(assessment, of.instruments(), Conclusion.Bindings.NONE, of.now());
        }

        Flips smallest(Verdict first, List<Change> candidates) {
            var possible =
                    candidates.stream().map(List::of).filter(this::leavesAUse).toList();
            var singles = possible.stream()
                    .limit(MAX_EVALUATIONS / 2)
                    .map(this::attempt)
                    .toList();
            boolean allSingles = singles.size() == possible.size();
            if (reaches(singles, Answer.ALLOW)) {
                return flips(singles, Answer.ALLOW, allSingles);
            }
            var promising = pairs(singles);
            var pairs = promising.stream().limit(left).map(this::attempt).toList();
            boolean complete = pairs.size() == promising.size() && allSingles;
            if (reaches(pairs, Answer.ALLOW)) {
                return flips(pairs, Answer.ALLOW, complete);
            }
            if (first.answer() == Answer.NEEDS) {
                return new Flips(List.of(), complete);
            }
            return flips(reaches(singles, Answer.NEEDS) ? singles : pairs, Answer.NEEDS, complete);
        }

        private Tried attempt(List<Change> changes) {
            left--;
            var verdict = verdict(changed.by(inputs, changes));
            var standing = new TreeSet<String>();
            verdict.findings().stream()
                    .filter(cited -> Candidates.stands(cited.finding()))
                    .forEach(cited -> standing.add(cited.finding().subject().id()));
            return new Tried(changes, verdict.answer(), standing);
        }

        /** Pairs of changes that can be made together; those that leave the least in common come first. */
        private List<List<Change>> pairs(List<Tried> singles) {
            var all = new ArrayList<Pair>();
            for (int left = 0; left < singles.size(); left++) {
                for (int right = left + 1; right < singles.size(); right++) {
                    var pair = new Pair(singles.get(left), singles.get(right));
                    if (pair.isPossible()) {
                        all.add(pair);
                    }
                }
            }
            return all.stream()
                    .sorted(Comparator.comparingInt(Pair::inCommon))
                    .map(Pair::changes)
                    .filter(this::leavesAUse)
                    .toList();
        }

        /** A deployment that does nothing, in no field and nowhere, is no other design. */
        private boolean leavesAUse(List<Change> changes) {
            var before = inputs.deployment();
            var after = changed.by(inputs, changes).deployment();
            return !after.acts().done().isEmpty()
                    && isLeft(before.use().fields(), after.use().fields())
                    && isLeft(before.places().use(), after.places().use())
                    && isLeft(before.places().outputs(), after.places().outputs());
        }

        private static boolean isLeft(
                Fact<? extends java.util.Collection<?>> before, Fact<? extends java.util.Collection<?>> after) {
            return before.equals(after)
                    || after.find().filter(all -> !all.isEmpty()).isPresent();
        }

        private static boolean reaches(List<Tried> tried, Answer goal) {
            return tried.stream().anyMatch(one -> one.answer() == goal);
        }

        /** What a smaller change does as well is not shown. */
        private static Flips flips(List<Tried> tried, Answer goal, boolean complete) {
            var reaching = tried.stream().filter(one -> one.answer() == goal).toList();
            return new Flips(
                    reaching.stream()
                            .filter(one -> reaching.stream().noneMatch(one::touchesMoreThan))
                            .map(one -> new Flips.Flip(one.changes(), one.answer()))
                            .toList(),
                    complete);
        }
    }

    private record Pair(Tried left, Tried right) {
        boolean isPossible() {
            return java.util.Collections.disjoint(left.touches(), right.touches());
        }

        /** How many findings neither of the two removes. */
        int inCommon() {
            return (int)
                    left.standing().stream().filter(right.standing()::contains).count();
        }

        List<Change> changes() {
            return Stream.concat(left.changes().stream(), right.changes().stream())
                    .toList();
        }
    }
}
