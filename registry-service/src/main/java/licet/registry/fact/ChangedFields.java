package licet.registry.fact;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of facts, field by field, for the audit log. An item of a list is known by what it is
 * about, not by its place. Values of figures are inside information, and whoever takes an entry out of the product must
 * be able to hash it as it is: the log says on which side they went, and the version holds them for those who may see.
 */
final class ChangedFields {
    private static final int MOST = 100;
    private static final int LONGEST = 200;
    private static final String FIGURES = "figures";
    private static final Pattern INSIDE = Pattern.compile(FIGURES + "\\[.*]\\.value");
    private static final String RECORDED = "on record";
    private static final String LOWER = "lower";
    private static final String HIGHER = "higher";
    /** What makes an item of a list the same item in another state. */
    private static final Map<String, List<String>> IDENTITY = Map.of(
            "entities",
            List.of("key"),
            "holdings",
            List.of("owner", "owned", "from"),
            FIGURES,
            List.of("metric", "entity", "breadth", "period", "control", "deployment"),
            "rates",
            List.of("from", "to"));

    private ChangedFields() {}

    /**
     * @return {@code before} and {@code after}, each from the name of a field to its value as text; {@code more} counts
     *     changed fields past the first {@value #MOST}
     */
    static SortedMap<String, Object> between(JsonNode before, JsonNode after) {
        return between(flat(before), flat(after));
    }

    static SortedMap<String, Object> between(Map<String, String> old, Map<String, String> now) {
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Objects.equals(old.get(name), now.get(name)));
        var detail = new TreeMap<String, Object>();
        detail.put("before", side(names, old, now));
        detail.put("after", side(names, now, old));
        if (names.size() > MOST) {
            detail.put("more", names.size() - MOST);
        }
        return detail;
    }

    private static SortedMap<String, String> side(
            SortedSet<String> names, Map<String, String> own, Map<String, String> other) {
        var values = new TreeMap<String, String>();
        names.stream().limit(MOST).filter(own::containsKey).forEach(name -> {
            var value = Objects.requireNonNull(own.get(name));
            values.put(name, INSIDE.matcher(name).matches() ? hidden(value, other.get(name)) : shortened(value));
        });
        return values;
    }

    private static String hidden(String value, @Nullable String other) {
        if (other == null) {
            return RECORDED;
        }
        return new BigDecimal(value).compareTo(new BigDecimal(other)) < 0 ? LOWER : HIGHER;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }

    private static SortedMap<String, String> flat(JsonNode state) {
        var into = new TreeMap<String, String>();
        flatten("", state, into);
        return into;
    }

    private static void flatten(String name, JsonNode value, SortedMap<String, String> into) {
        value.properties().forEach(field -> {
            var path = name.isEmpty() ? field.getKey() : name + "." + field.getKey();
            var identity = IDENTITY.get(field.getKey());
            if (identity != null && field.getValue().isArray()) {
                items(field.getKey(), identity, field.getValue(), into);
            } else if (field.getValue().isObject()) {
                flatten(path, field.getValue(), into);
            } else {
                into.put(path, text(field.getValue()));
            }
        });
    }

    private static void items(String list, List<String> identity, JsonNode items, SortedMap<String, String> into) {
        var seen = new TreeMap<String, Integer>();
        for (var item : items) {
            var id = identity.stream()
                    .filter(item::has)
                    .map(field -> item.get(field).asText())
                    .collect(Collectors.joining("/"));
            int times = seen.merge(id, 1, Integer::sum);
            var name = list + "[" + id + (times == 1 ? "" : "#" + times) + "]";
            item.properties().forEach(field -> {
                if (!identity.contains(field.getKey())) {
                    into.put(name + "." + field.getKey(), text(field.getValue()));
                }
            });
        }
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : value.asText();
    }
}
