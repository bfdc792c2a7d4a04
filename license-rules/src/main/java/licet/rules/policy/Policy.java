package licet.rules.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.rules.Check;
import licet.rules.SourceText;
import licet.rules.facts.Deployment;
import licet.rules.facts.Ordered;

/**
 * The organization's own rules, as a lawyer can read them. A rule only ever restricts: what no rule speaks of is left
 * to the license, and nothing that a policy says permits anything.
 *
 * @param factsMaxAgeDays after how many days a current figure is too old to rely on
 * @param regulations ids of the regulations that are switched on, or {@code id/rule} for one rule of one
 * @param workflow how requests for approval are decided
 */
public record Policy(
        String key,
        int version,
        String title,
        int factsMaxAgeDays,
        List<SourceText> regulations,
        List<Rule> rules,
        List<Trial> tests,
        Workflow workflow) {
    private static final int MOST = 200;

    public Policy {
        Check.notBlank(key, "policy");
        Check.that(version > 0, "version must be 1 or more, but is " + version);
        Check.that(factsMaxAgeDays > 0, "factsMaxAgeDays must be 1 or more, but is " + factsMaxAgeDays);
        regulations = bounded("regulations", regulations);
        rules = bounded("rules", rules);
        tests = bounded("tests", tests);
        for (var automatic : workflow.automatic()) {
            requireReviews(automatic, rules);
        }
    }

    private static void requireReviews(Workflow.Automatic automatic, List<Rule> rules) {
        var unknown = new TreeSet<>(automatic.rules());
        rules.stream().filter(Rule::asksPeople).map(Rule::id).forEach(unknown::remove);
        Check.that(
                unknown.isEmpty(),
                "workflow.automatic names %s, which asks for no review or approval; name rules that do"
                        .formatted(String.join(", ", unknown)));
    }

    /** A policy that switches on no regulation and says nothing of how requests are decided. */
    public Policy(String key, int version, String title, int factsMaxAgeDays, List<Rule> rules, List<Trial> tests) {
        this(key, version, title, factsMaxAgeDays, List.of(), rules, tests, Workflow.STANDARD);
    }

    private static <T> List<T> bounded(String what, List<T> all) {
        Check.that(all.size() <= MOST, "a policy has at most %d %s, but this has %d".formatted(MOST, what, all.size()));
        return List.copyOf(all);
    }

    /**
     * @param when condition in CEL over {@code model}, {@code deployment} and {@code organization}
     * @param because the reason as a person reads it; {@code {{model.scan}}} is filled in
     * @param requires facts that must be on record before the rule is judged, whatever its condition says
     */
    public record Rule(
            String id, Topic topic, SourceText when, Effect then, SourceText because, List<SourceText> requires) {
        public Rule {
            Check.notBlank(id, "rule id");
            Check.notBlank(because.text(), "because of rule " + id);
            requires = List.copyOf(requires);
        }

        boolean asksPeople() {
            return switch (then) {
                case Effect.Review _ -> true;
                case Effect.Approval _ -> true;
                case Effect.Deny _ -> false;
                case Effect.Acceptance _ -> false;
                case Effect.Note _ -> false;
            };
        }
    }

    /** What a rule does when its condition holds. */
    public sealed interface Effect {
        /** @param waiver absent where no waiver can lift it */
        record Deny(Optional<Waiver> waiver) implements Effect {}

        record Review() implements Effect {}

        /** @param by stages that have to approve, each on its own */
        record Approval(List<String> by) implements Effect {
            public Approval {
                by = List.copyOf(by);
                Check.that(!by.isEmpty(), "an approval needs at least one stage that approves");
                Check.that(
                        Set.copyOf(by).size() == by.size(), "a stage approves once, but approval-by names one twice");
            }
        }

        /** The terms have to be accepted on record. */
        record Acceptance() implements Effect {}

        /** Says something and stops nothing. */
        record Note() implements Effect {}
    }

    /**
     * How far a rule can be waived.
     *
     * @param maxDays longest that a waiver may last; absent means without limit
     * @param stages stages of deployments in which it can be waived; empty means all
     */
    public record Waiver(Optional<Integer> maxDays, Set<Deployment.Stage> stages) {
        public static final Waiver UNLIMITED = new Waiver(Optional.empty(), Set.of());

        public Waiver {
            stages = Ordered.copy(stages);
        }

        public boolean reaches(Deployment.Stage stage) {
            return stages.isEmpty() || stages.contains(stage);
        }
    }

    /**
     * A test inside the policy: these facts must fire exactly these rules.
     *
     * @param day on which it is run; without one nothing that is dated acts
     * @param given what is on record by the name of the fact, for example {@code model.scan}
     * @param fires ids of the rules, of regulations as {@code id/rule}
     * @param asks names of the facts that must be asked for; absent where the test is not about that
     */
    public record Trial(
            SourceText name,
            Optional<LocalDate> day,
            SortedMap<String, Given> given,
            SortedSet<String> fires,
            Optional<SortedSet<String>> asks) {
        public Trial {
            given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
            fires = Collections.unmodifiableSortedSet(new TreeSet<>(fires));
            asks = asks.map(names -> Collections.unmodifiableSortedSet(new TreeSet<>(names)));
        }
    }

    /** @param values one value, or the items of a list */
    public record Given(List<String> values, boolean list, SourceText.Place at) {
        public Given {
            values = List.copyOf(values);
        }
    }
}
