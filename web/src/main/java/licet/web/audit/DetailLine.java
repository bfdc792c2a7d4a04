package licet.web.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One value of what changed.
 *
 * @param name of the field; parts of a longer way are joined by dots
 * @param before absent where only one value is known
 */
public record DetailLine(String name, Optional<String> before, String after) {
    private static final String NOTHING = "–";

    /** Objects with {@code before} and {@code after} come side by side, everything else as it stands. */
    static List<DetailLine> of(JsonNode detail) {
        var all = new ArrayList<DetailLine>();
        if (detail.has("before") || detail.has("after")) {
            sides(detail.path("before"), detail.path("after"), all);
        }
        detail.properties().forEach(field -> {
            if (!field.getKey().equals("before") && !field.getKey().equals("after")) {
                flatten(field.getKey(), field.getValue(), all);
            }
        });
        return List.copyOf(all);
    }

    private static void sides(JsonNode before, JsonNode after, List<DetailLine> all) {
        var old = values(before);
        var now = values(after);
        var names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> all.add(
                new DetailLine(name, Optional.of(old.getOrDefault(name, NOTHING)), now.getOrDefault(name, NOTHING))));
    }

    private static Map<String, String> values(JsonNode side) {
        var lines = new ArrayList<DetailLine>();
        flatten("", side, lines);
        var byName = new java.util.TreeMap<String, String>();
        lines.forEach(line -> byName.put(line.name(), line.after()));
        return byName;
    }

    private static void flatten(String name, JsonNode value, List<DetailLine> all) {
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> flatten(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), all));
        } else if (!value.isMissingNode() && !value.isNull()) {
            all.add(new DetailLine(name, Optional.empty(), text(value)));
        }
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        var parts = new ArrayList<String>();
        value.forEach(part -> parts.add(part.isContainerNode() ? part.toString() : part.asText()));
        return parts.isEmpty() ? NOTHING : String.join(", ", parts);
    }
}
