package licet.rules.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.SourceText;
import licet.rules.Spelling;
import licet.rules.regulation.Regulation;

/** Turns a policy and the regulations that it switches on into compiled rules. */
final class PolicyCompiler {
    private final Knowledge knowledge;
    private final Conditions conditions;
    private final List<PolicyProblem.Problem> problems;

    PolicyCompiler(Knowledge knowledge, List<PolicyProblem.Problem> problems) {
        this.knowledge = knowledge;
        this.conditions = new Conditions(knowledge);
        this.problems = problems;
    }

    List<Ruled> compile(Policy policy) {
        var rules = new ArrayList<Ruled>();
        var ids = new HashSet<String>();
        for (var rule : policy.rules()) {
            String where = "rule " + rule.id();
            if (!ids.add(rule.id())) {
                problems.add(PolicyProblem.Problem.at(
                        rule.when().start(), where, "two rules have this id", "give one of them another id"));
            }
            Reason.check(where, rule.because(), problems);
            var requires = required(where, rule);
            conditions
                    .compile(where, rule.when(), problems)
                    .ifPresent(condition -> rules.add(new Ruled(new RuleSource.OfPolicy(rule), condition, requires)));
        }
        rules.addAll(switchedOn(policy));
        return rules;
    }

    private SortedSet<String> required(String where, Policy.Rule rule) {
        var names = new TreeSet<String>();
        for (var name : rule.requires()) {
            if (Vocabulary.find(name.text()).isPresent()) {
                names.add(name.text());
            } else {
                problems.add(PolicyProblem.Problem.at(
                        name.start(),
                        where,
                        "requires the unknown '%s'".formatted(name.text()),
                        "did you mean '%s'?".formatted(Vocabulary.nearest(name.text()))));
            }
        }
        return names;
    }

    private List<Ruled> switchedOn(Policy policy) {
        var rules = new ArrayList<Ruled>();
        var ids = new HashSet<String>();
        for (var named : policy.regulations()) {
            for (var source : find(named)) {
                if (ids.add(source.id())) {
                    String where = "regulation " + source.id();
                    Reason.check(where, source.because(), problems);
                    conditions
                            .compile(where, source.rule().condition(), problems)
                            .ifPresent(condition -> rules.add(new Ruled(source, condition, new TreeSet<>())));
                }
            }
        }
        return rules;
    }

    /** The rules that a name switches on: those of a regulation that act by default, or the one that is named. */
    private List<RuleSource.OfRegulation> find(SourceText named) {
        var parts = named.text().split("/", -1);
        var found = knowledge.regulations().find(parts[0]).stream()
                .flatMap(regulation -> regulation.rules().stream()
                        .filter(rule -> parts.length == 1 ? rule.byDefault() : parts[1].equals(rule.id()))
                        .map(rule -> new RuleSource.OfRegulation(regulation, rule)))
                .toList();
        boolean known = parts.length == 1
                ? knowledge.regulations().find(parts[0]).isPresent()
                : parts.length == 2 && !found.isEmpty();
        if (!known) {
            problems.add(PolicyProblem.Problem.at(
                    named.start(),
                    "regulations",
                    "there is no regulation '%s'".formatted(named.text()),
                    "did you mean '%s'?".formatted(Spelling.nearest(named.text(), names()))));
        }
        return found;
    }

    private Set<String> names() {
        var names = new TreeSet<String>();
        for (Regulation regulation : knowledge.regulations().all()) {
            Stream.concat(
                            Stream.of(regulation.id()),
                            regulation.rules().stream().map(rule -> regulation.id() + "/" + rule.id()))
                    .forEach(names::add);
        }
        return names;
    }
}
