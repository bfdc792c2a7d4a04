package licet.rules.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.Spelling;

/** Runs one test of a policy. */
final class TrialRun {
    private final CompiledPolicy policy;
    private final Policy.Trial trial;
    private final String where;
    private final Flips flips = new Flips();

    TrialRun(CompiledPolicy policy, Policy.Trial trial) {
        this.policy = policy;
        this.trial = trial;
        this.where = "test '%s'".formatted(trial.name().text());
    }

    void run(List<PolicyProblem.Problem> problems) {
        int before = problems.size();
        var values = new TreeMap<String, Value>();
        policy.rules().stream().flatMap(Ruled::facts).forEach(name -> values.put(name, new Value.Unknown(Set.of())));
        trial.given()
                .forEach((name, given) ->
                        read(name, given, problems).ifPresent(value -> values.put(name, new Value.Known(value))));
        checkRules(problems);
        if (problems.size() == before) {
            compare(FactSheet.of(values), problems);
        }
    }

    private Optional<Object> read(String name, Policy.Given given, List<PolicyProblem.Problem> problems) {
        var entry = Vocabulary.find(name);
        if (entry.isEmpty()) {
            problems.add(problem(
                    given.at(),
                    "there is no fact '%s'".formatted(name),
                    "did you mean '%s'?".formatted(Vocabulary.nearest(name))));
            return Optional.empty();
        }
        var value = value(entry.orElseThrow(), given);
        if (value.isEmpty()) {
            problems.add(problem(
                    given.at(),
                    "%s is not %s".formatted(name, entry.orElseThrow().shape().form()),
                    "write it as that" + (entry.orElseThrow().shape().isDated() ? " and give the test a day" : "")));
        }
        given.values()
                .forEach(text -> entry.orElseThrow()
                        .domain()
                        .mend(text, policy.knowledge())
                        .ifPresent(mend ->
                                problems.add(problem(given.at(), "%s is never '%s'".formatted(name, text), mend))));
        return value;
    }

    private Optional<Object> value(Entry entry, Policy.Given given) {
        if (given.list() != entry.shape().isList()) {
            return Optional.empty();
        }
        return switch (entry.shape()) {
            case TEXT -> Optional.of(given.values().getFirst());
            case TEXTS -> Optional.of(given.values().stream().sorted().toList());
            case FLAG ->
                List.of("true", "false").contains(given.values().getFirst())
                        ? Optional.of(Boolean.valueOf(given.values().getFirst()))
                        : Optional.empty();
            case DATE -> dated(given.values().getFirst()).map(date -> (Object) date);
            case DATES -> {
                var dates = given.values().stream()
                        .flatMap(text -> dated(text).stream())
                        .toList();
                yield dates.size() == given.values().size() ? Optional.of(dates) : Optional.empty();
            }
        };
    }

    private Optional<DatedFact> dated(String text) {
        try {
            var date = LocalDate.parse(text);
            return trial.day().map(day -> new DatedFact(date, day, flips));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private void checkRules(List<PolicyProblem.Problem> problems) {
        var ids = policy.rules().stream().map(rule -> rule.source().id()).collect(Collectors.toSet());
        for (String id : trial.fires()) {
            if (!ids.contains(id)) {
                problems.add(problem(
                        trial.name().start(),
                        "there is no rule '%s'".formatted(id),
                        "did you mean '%s'?".formatted(Spelling.nearest(id, ids))));
            }
        }
    }

    private void compare(FactSheet sheet, List<PolicyProblem.Problem> problems) {
        var rulings = policy.evaluate(sheet, trial.day().orElse(LocalDate.MIN), flips);
        var fired = new TreeSet<String>();
        var asked = new TreeSet<String>();
        for (var ruling : rulings.all()) {
            switch (ruling) {
                case Ruling.Fires fires -> fired.add(fires.source().id());
                case Ruling.NeedsFacts open -> asked.addAll(open.facts());
                case Ruling.DoesNotFire _ -> {}
            }
        }
        differs("fire", trial.fires(), fired, problems);
        trial.asks().ifPresent(asks -> differs("be asked for", asks, asked, problems));
    }

    private void differs(
            String what, SortedSet<String> expected, SortedSet<String> actual, List<PolicyProblem.Problem> problems) {
        if (!expected.equals(actual)) {
            problems.add(problem(
                    trial.name().start(),
                    "expected %s to %s, but %s did".formatted(expected, what, actual),
                    "correct the rule or the test"));
        }
    }

    private PolicyProblem.Problem problem(licet.rules.SourceText.Place at, String what, String mend) {
        return PolicyProblem.Problem.at(at, where, what, mend);
    }
}
