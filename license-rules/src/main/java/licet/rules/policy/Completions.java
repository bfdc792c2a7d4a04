package licet.rules.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.facts.Ids;
import licet.rules.facts.Question;
import licet.rules.license.Act;

/**
 * The ways in which the open facts of a condition can turn out. Values that the condition cannot tell apart stand for
 * each other, so that few ways are left, and going through them shows which facts decide. A condition that counts or
 * compares facts with each other, or leaves too many ways, is not gone through.
 */
final class Completions {
    private static final int MOST_WAYS = 256;
    private static final int MOST_ITEMS = 6;

    /** What one evaluation of a whole policy may spend on going through ways: a strange policy must not hold up others. */
    static final class Budget {
        private long left = 2_048;

        private boolean spend(long ways) {
            boolean enough = ways <= left;
            left -= enough ? ways : 0;
            return enough;
        }
    }

    private final Condition condition;
    private final FactSheet sheet;
    private final List<Dimension> dimensions;
    private final Map<String, Map<String, Object>> values;

    /**
     * Something open with all that it can turn out to be.
     *
     * @param part whether the values are to be added to those of the other dimensions of the same fact
     */
    private record Dimension(String fact, Set<Question> questions, List<?> values, boolean part) {}

    /**
     * @param facts names of the facts that decide; {@code questions} would settle them
     * @param holds how the condition comes out where nothing decides
     */
    record Deciding(SortedSet<String> facts, SortedSet<Question> questions, boolean holds) {}

    private Completions(Condition condition, FactSheet sheet, List<Dimension> dimensions) {
        this.condition = condition;
        this.sheet = sheet;
        this.dimensions = dimensions;
        this.values = Vocabulary.nested(sheet.known());
    }

    static Optional<Completions> of(Condition condition, FactSheet sheet, Knowledge knowledge, Budget budget) {
        var dimensions = new ArrayList<Dimension>();
        for (String fact : condition.reading().facts()) {
            var value = sheet.open().get(fact);
            if (value != null) {
                dimensions.addAll(dimensions(fact, value, condition.reading(), knowledge));
            }
        }
        long ways = 1;
        for (var dimension : dimensions) {
            ways = Math.min(MOST_WAYS + 1L, ways * dimension.values().size());
        }
        return ways == 0 || ways > MOST_WAYS || !budget.spend(ways)
                ? Optional.empty()
                : Optional.of(new Completions(
                        condition, sheet.only(condition.reading().facts()), dimensions));
    }

    private static List<Dimension> dimensions(String fact, Value value, Reading reading, Knowledge knowledge) {
        return switch (value) {
            case Value.Known _ -> List.of();
            case Value.OpenActs(var acts) ->
                acts.unknown().stream()
                        .map(act -> new Dimension(
                                fact, Set.of(new Question.DoesAct(act)), List.of(List.<Act>of(), List.of(act)), true))
                        .toList();
            case Value.Unknown(var questions) ->
                List.of(new Dimension(fact, questions, values(Vocabulary.get(fact), reading, knowledge), false));
        };
    }

    private static List<?> values(Entry entry, Reading reading, Knowledge knowledge) {
        return switch (entry.shape()) {
            case FLAG -> List.of(false, true);
            case TEXT -> reading.opaque().contains(entry.name()) ? List.of() : different(entry, reading, knowledge);
            case TEXTS ->
                reading.opaque().contains(entry.name()) ? List.of() : subsets(different(entry, reading, knowledge));
            case DATE, DATES -> List.of();
        };
    }

    /** One text for all that lie in the same sets of the condition. */
    private static List<String> different(Entry entry, Reading reading, Knowledge knowledge) {
        var byMembership = new LinkedHashMap<List<Boolean>, String>();
        var possible = entry.domain().values(knowledge);
        var named = reading.atoms().stream()
                .flatMap(Set::stream)
                .filter(text -> entry.domain().mend(text, knowledge).isEmpty());
        Stream.concat(possible.stream(), possible.isEmpty() ? Stream.of() : named)
                .forEach(text -> byMembership.putIfAbsent(
                        reading.atoms().stream()
                                .map(atom -> atom.contains(text))
                                .toList(),
                        text));
        return List.copyOf(byMembership.values());
    }

    private static List<List<String>> subsets(List<String> items) {
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            return List.of();
        }
        var all = new ArrayList<List<String>>();
        for (int chosen = 0; chosen < 1 << items.size(); chosen++) {
            var subset = new ArrayList<String>();
            for (int i = 0; i < items.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    subset.add(items.get(i));
                }
            }
            all.add(subset);
        }
        return all;
    }

    /** The facts for which some way comes out differently when nothing but this fact turns out differently. */
    Optional<Deciding> deciding() {
        var outcomes = new ArrayList<Boolean>();
        for (int way = 0; way < ways(); way++) {
            outcome(way).ifPresent(outcomes::add);
        }
        return outcomes.size() == ways() ? Optional.of(deciding(outcomes)) : Optional.empty();
    }

    private Deciding deciding(List<Boolean> outcomes) {
        var facts = new TreeSet<String>();
        var questions = new TreeSet<Question>();
        int stride = 1;
        for (var dimension : dimensions) {
            if (matters(outcomes, stride, dimension.values().size())) {
                facts.add(dimension.fact());
                questions.addAll(dimension.questions());
            }
            stride *= dimension.values().size();
        }
        return new Deciding(facts, questions, outcomes.getFirst());
    }

    private int ways() {
        return dimensions.stream()
                .mapToInt(dimension -> dimension.values().size())
                .reduce(1, (left, right) -> left * right);
    }

    private static boolean matters(List<Boolean> outcomes, int stride, int size) {
        for (int way = 0; way < outcomes.size(); way++) {
            int first = way - way / stride % size * stride;
            if (!outcomes.get(way).equals(outcomes.get(first))) {
                return true;
            }
        }
        return false;
    }

    /** How the condition comes out in one way; {@code values} are overwritten by the next. */
    private Optional<Boolean> outcome(int way) {
        var supposed = new TreeMap<String, Object>();
        int rest = way;
        for (var dimension : dimensions) {
            var value = dimension.values().get(rest % dimension.values().size());
            rest /= dimension.values().size();
            supposed.merge(
                    dimension.fact(), dimension.part() ? acts(dimension.fact(), value) : value, Completions::joined);
        }
        supposed.forEach((fact, value) -> Vocabulary.put(values, fact, value));
        return switch (condition.evaluate(values)) {
            case Condition.Outcome.Settled(var holds) -> Optional.of(holds);
            case Condition.Outcome.Open _ -> Optional.empty();
        };
    }

    private List<String> acts(String fact, Object chosen) {
        var all = new TreeSet<String>();
        if (sheet.open().get(fact) instanceof Value.OpenActs(var acts)) {
            acts.done().forEach(act -> all.add(Ids.of(act)));
        }
        if (chosen instanceof List<?> more) {
            more.forEach(act -> all.add(Ids.of((Act) act)));
        }
        return List.copyOf(all);
    }

    private static Object joined(Object left, Object right) {
        var all = new TreeSet<String>();
        ((List<?>) left).forEach(item -> all.add((String) item));
        ((List<?>) right).forEach(item -> all.add((String) item));
        return List.copyOf(all);
    }
}
