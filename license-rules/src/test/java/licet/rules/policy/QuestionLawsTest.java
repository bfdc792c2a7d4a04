package licet.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.rules.SourceText;
import licet.rules.cases.CaseWorld;
import org.junit.jupiter.api.Test;

/**
 * Draws conditions and open facts, and holds what is asked for against every way in which the facts can turn out. A fact
 * that decides must be asked for, and at most two in a hundred questions may be unnecessary.
 */
class QuestionLawsTest {
    private static final int DRAWN = 600;
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "KR", "JP");
    private static final List<String> FIELDS = List.of("military", "medical-advice", "research");
    private static final Map<String, List<?>> WAYS = ways();

    private final Conditions conditions = new Conditions(CaseWorld.KNOWLEDGE);

    private static Map<String, List<?>> ways() {
        var ways = new LinkedHashMap<String, List<?>>();
        ways.put("deployment.commercial", List.of(false, true));
        ways.put("deployment.high_risk", List.of(false, true));
        ways.put("deployment.outputs_leave_organization", List.of(false, true));
        ways.put("deployment.outputs_train", List.of("nothing", "other-model", "language-model", "competing-model"));
        ways.put("deployment.serving_region", COUNTRIES);
        ways.put("deployment.residency", COUNTRIES);
        ways.put("organization.seat", COUNTRIES);
        ways.put("deployment.places_of_use", subsets(COUNTRIES));
        ways.put("deployment.fields", subsets(FIELDS));
        return ways;
    }

    private static List<List<String>> subsets(List<String> items) {
        var all = new ArrayList<List<String>>();
        for (int chosen = 0; chosen < 1 << items.size(); chosen++) {
            var subset = new ArrayList<String>();
            for (int i = 0; i < items.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    subset.add(items.get(i));
                }
            }
            all.add(List.copyOf(subset));
        }
        return all;
    }

    private record Draw(Random random) {
        <T> T one(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }

        String condition(int depth) {
            if (depth == 0 || random.nextInt(4) == 0) {
                return atom();
            }
            String left = condition(depth - 1);
            String right = condition(depth - 1);
            return switch (random.nextInt(5)) {
                case 0, 1 -> "(%s && %s)".formatted(left, right);
                case 2, 3 -> "(%s || %s)".formatted(left, right);
                default -> "!(%s)".formatted(left);
            };
        }

        private String atom() {
            return switch (random.nextInt(12)) {
                case 0 -> "deployment.commercial";
                case 1 -> "deployment.high_risk";
                case 2 -> "deployment.outputs_leave_organization";
                case 3 -> "deployment.outputs_train in ['language-model', 'competing-model']";
                case 4 -> "deployment.outputs_train == 'nothing'";
                case 5 -> "deployment.serving_region in region('EU')";
                case 6 -> "deployment.residency != '%s'".formatted(one(COUNTRIES));
                case 7 -> "organization.seat == '%s'".formatted(one(COUNTRIES));
                case 8 -> "deployment.places_of_use.exists(p, p in region('EU') || p == 'KR')";
                case 9 -> "deployment.places_of_use.all(p, p == '%s')".formatted(one(COUNTRIES));
                case 10 -> "deployment.fields.exists(f, f in ['military', 'medical-advice'])";
                default ->
                    one(List.of(
                            "deployment.residency == deployment.serving_region",
                            "size(deployment.places_of_use) > 1",
                            "'%s' in deployment.places_of_use".formatted(one(COUNTRIES))));
            };
        }
    }

    private record Asked(Set<String> necessary, Set<String> asked) {}

    @Test
    void what_decides_is_asked_for_and_little_else() {
        var unnecessary = new ArrayList<String>();
        int questions = 0;
        for (long seed = 0; seed < DRAWN; seed++) {
            var draw = new Draw(new Random(seed));
            String written = draw.condition(3);
            var condition = compile(written);
            var facts = List.copyOf(condition.reading().facts());
            var values = new TreeMap<String, Value>();
            for (String fact : facts) {
                boolean open = open(values) < 3 && draw.random().nextInt(3) > 0;
                values.put(fact, open ? new Value.Unknown(Set.of()) : new Value.Known(draw.one(WAYS.get(fact))));
            }
            var result = hold(condition, values);
            assertThat(result.asked())
                    .as("asked for in %s with %s", written, values)
                    .containsAll(result.necessary());
            questions += result.asked().size();
            var more = new TreeSet<>(result.asked());
            more.removeAll(result.necessary());
            if (!more.isEmpty()) {
                unnecessary.add("%s in %s with %s".formatted(more, written, values));
            }
        }
        assertThat(questions).as("questions asked").isGreaterThan(DRAWN / 2);
        assertThat(unnecessary.size() * 100.0 / questions)
                .as("unnecessary of %d questions: %s", questions, unnecessary)
                .isLessThanOrEqualTo(2.0);
    }

    private static long open(Map<String, Value> values) {
        return values.values().stream().filter(Value.Unknown.class::isInstance).count();
    }

    private Condition compile(String written) {
        var problems = new ArrayList<PolicyProblem.Problem>();
        var condition = conditions.compile("drawn", SourceText.of(written), problems);
        assertThat(problems).isEmpty();
        return condition.orElseThrow();
    }

    private static Asked hold(Condition condition, TreeMap<String, Value> values) {
        var rule = new Policy.Rule(
                "drawn",
                Topic.FACTS,
                condition.source(),
                new Policy.Effect.Review(),
                SourceText.of("drawn"),
                List.of());
        var ruling = new Ruled(new RuleSource.OfPolicy(rule), condition, new TreeSet<>())
                .judge(FactSheet.of(values), CaseWorld.KNOWLEDGE, new Completions.Budget());
        var open = values.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Value.Unknown)
                .map(Map.Entry::getKey)
                .toList();
        var outcomes = new HashMap<List<Object>, Boolean>();
        turnOut(condition, FactSheet.of(values), open, List.of(), outcomes);
        var necessary = necessary(open, outcomes);
        return switch (ruling) {
            case Ruling.NeedsFacts needs -> new Asked(necessary, needs.facts());
            case Ruling.Fires _ -> {
                assertThat(outcomes.values()).as(condition.source().text()).containsOnly(true);
                yield new Asked(necessary, Set.of());
            }
            case Ruling.DoesNotFire _ -> {
                assertThat(outcomes.values()).as(condition.source().text()).containsOnly(false);
                yield new Asked(necessary, Set.of());
            }
        };
    }

    private static void turnOut(
            Condition condition,
            FactSheet sheet,
            List<String> open,
            List<Object> chosen,
            Map<List<Object>, Boolean> outcomes) {
        if (chosen.size() == open.size()) {
            var supposed = new TreeMap<String, Object>();
            for (int i = 0; i < open.size(); i++) {
                supposed.put(open.get(i), chosen.get(i));
            }
            var outcome = (Condition.Outcome.Settled) condition.evaluate(sheet.supposing(supposed));
            outcomes.put(chosen, outcome.holds());
            return;
        }
        for (Object way : Optional.ofNullable(WAYS.get(open.get(chosen.size()))).orElseThrow()) {
            var more = new ArrayList<>(chosen);
            more.add(way);
            turnOut(condition, sheet, open, more, outcomes);
        }
    }

    /** Facts for which two ways that differ in nothing else come out differently. */
    private static Set<String> necessary(List<String> open, Map<List<Object>, Boolean> outcomes) {
        var facts = new TreeSet<String>();
        for (int i = 0; i < open.size(); i++) {
            var byRest = new HashMap<List<Object>, Boolean>();
            for (var outcome : outcomes.entrySet()) {
                var rest = new ArrayList<>(outcome.getKey());
                rest.set(i, "any");
                Boolean other = byRest.putIfAbsent(rest, outcome.getValue());
                if (other != null && !other.equals(outcome.getValue())) {
                    facts.add(open.get(i));
                }
            }
        }
        return facts;
    }
}
