package licet.rules.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.facts.Question;

/**
 * A rule whose condition is compiled.
 *
 * @param requires names of the facts that must be on record before it is judged
 * @param reason the text of {@code source}, read once
 */
record Ruled(RuleSource source, Condition condition, SortedSet<String> requires, Reason reason) {
    Ruled(RuleSource source, Condition condition, SortedSet<String> requires) {
        this(source, condition, requires, Reason.of(source.because()));
    }

    /** Every fact that has to be read for this rule. */
    Stream<String> facts() {
        return Stream.of(condition.reading().facts().stream(), requires.stream(), reason.facts())
                .flatMap(all -> all);
    }

    Ruling judge(FactSheet sheet, Knowledge knowledge, Completions.Budget budget) {
        if (!sheet.knowsAll(requires)) {
            return needs(requires.stream().filter(sheet::isOpen).collect(Collectors.toCollection(TreeSet::new)), sheet);
        }
        return switch (condition.evaluate(sheet)) {
            case Condition.Outcome.Settled(var holds) -> settled(holds, sheet);
            case Condition.Outcome.Open(var facts) when source.onlyInforms() -> needs(facts, sheet);
            case Condition.Outcome.Open(var facts) ->
                Completions.of(condition, sheet, knowledge, budget)
                        .flatMap(Completions::deciding)
                        .map(deciding -> decided(deciding, sheet))
                        .orElseGet(() -> needs(facts, sheet));
        };
    }

    private Ruling decided(Completions.Deciding deciding, FactSheet sheet) {
        return deciding.facts().isEmpty()
                ? settled(deciding.holds(), sheet)
                : new Ruling.NeedsFacts(source, deciding.facts(), deciding.questions());
    }

    private Ruling settled(boolean holds, FactSheet sheet) {
        return holds ? new Ruling.Fires(source, reason.filled(sheet.known())) : new Ruling.DoesNotFire(source);
    }

    private Ruling needs(SortedSet<String> facts, FactSheet sheet) {
        var questions = new TreeSet<Question>();
        facts.forEach(name -> questions.addAll(sheet.questions(name)));
        return new Ruling.NeedsFacts(source, facts, questions);
    }

    /** Whether the rule acts on a day, leaving the day on which that changes where it would then say something. */
    boolean acts(LocalDate day, Ruling ruling, Flips flips) {
        return switch (source) {
            case RuleSource.OfPolicy _ -> true;
            case RuleSource.OfRegulation(var regulation, var rule) -> {
                boolean silent = ruling instanceof Ruling.DoesNotFire;
                boolean begun = !day.isBefore(rule.from());
                boolean over = rule.until().map(until -> !day.isBefore(until)).orElse(false);
                Optional<LocalDate> next = begun ? rule.until().filter(day::isBefore) : Optional.of(rule.from());
                next.filter(_ -> !silent).ifPresent(flips::add);
                yield begun && !over;
            }
        };
    }
}
