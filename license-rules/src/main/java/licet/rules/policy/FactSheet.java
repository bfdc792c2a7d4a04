package licet.rules.policy;

import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.PartialVars;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import licet.rules.facts.Question;

/** What is on record about the facts that a policy speaks of. */
final class FactSheet {
    private final Map<String, Object> known;
    private final SortedMap<String, Value> open;
    private final Map<String, Map<String, Object>> values;

    private FactSheet(Map<String, Object> known, SortedMap<String, Value> open) {
        this.known = known;
        this.open = open;
        this.values = Vocabulary.nested(known);
    }

    private static CelAttributePattern pattern(String name) {
        var entry = Vocabulary.get(name);
        return CelAttributePattern.create(entry.structure()).qualify(CelAttribute.Qualifier.ofString(entry.field()));
    }

    static FactSheet of(Collection<Entry> entries, Matter matter) {
        var known = new HashMap<String, Object>(2 * entries.size());
        var open = new TreeMap<String, Value>();
        for (var entry : entries) {
            switch (entry.reader().apply(matter)) {
                case Value.Known(var value) -> known.put(entry.name(), value);
                case Value.Unknown value -> open.put(entry.name(), value);
                case Value.OpenActs value -> open.put(entry.name(), value);
            }
        }
        return new FactSheet(known, open);
    }

    static FactSheet of(Map<String, Value> values) {
        var known = new HashMap<String, Object>(2 * values.size());
        var open = new TreeMap<String, Value>();
        values.forEach((name, value) -> {
            if (value instanceof Value.Known(var found)) {
                known.put(name, found);
            } else {
                open.put(name, value);
            }
        });
        return new FactSheet(known, open);
    }

    /** What is on record about some facts only. */
    FactSheet only(Collection<String> names) {
        var some = new HashMap<>(known);
        some.keySet().retainAll(names);
        var rest = new TreeMap<>(open);
        rest.keySet().retainAll(names);
        return new FactSheet(some, rest);
    }

    /** The same with some open facts supposed to be known. */
    FactSheet supposing(Map<String, Object> supposed) {
        var all = new HashMap<>(known);
        all.putAll(supposed);
        var rest = new TreeMap<>(open);
        rest.keySet().removeAll(supposed.keySet());
        return new FactSheet(all, rest);
    }

    /** The known values by structure and field. */
    Map<String, Map<String, Object>> values() {
        return values;
    }

    /** The known values, with marks where a fact is open. */
    PartialVars marked() {
        return PartialVars.of(
                values, open.keySet().stream().map(FactSheet::pattern).toArray(CelAttributePattern[]::new));
    }

    boolean knowsAll(Collection<String> names) {
        return open.isEmpty() || names.stream().noneMatch(open::containsKey);
    }

    Map<String, Object> known() {
        return known;
    }

    SortedMap<String, Value> open() {
        return open;
    }

    boolean isOpen(String name) {
        return open.containsKey(name);
    }

    /** What has to be answered to know an open fact. */
    Set<Question> questions(String name) {
        return switch (open.getOrDefault(name, new Value.Unknown(Set.of()))) {
            case Value.Known _ -> Set.of();
            case Value.Unknown(var questions) -> questions;
            case Value.OpenActs(var acts) -> {
                var all = new HashSet<Question>();
                acts.unknown().forEach(act -> all.add(new Question.DoesAct(act)));
                yield all;
            }
        };
    }
}
