package licet.registry.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One place at which two answers differ.
 *
 * @param at way to the value; members of lists that have an id are called by it
 * @param stored value on record, as JSON; absent where there is none
 * @param other value of the other answer; absent where there is none
 */
@Schema(name = "ReplayDifference")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Difference(String at, Optional<String> stored, Optional<String> other) {
    /** Every place, in the order of the ways. */
    static List<Difference> between(JsonNode stored, JsonNode other) {
        var all = new ArrayList<Difference>();
        compare("", Optional.of(stored), Optional.of(other), all);
        return List.copyOf(all);
    }

    private static void compare(String at, Optional<JsonNode> stored, Optional<JsonNode> other, List<Difference> all) {
        if (stored.equals(other)) {
            return;
        }
        if (stored.isPresent() && other.isPresent() && isSameContainer(stored.get(), other.get())) {
            var left = members(stored.get());
            var right = members(other.get());
            var names = new TreeSet<>(left.keySet());
            names.addAll(right.keySet());
            names.forEach(name -> compare(
                    at + "/" + name, Optional.ofNullable(left.get(name)), Optional.ofNullable(right.get(name)), all));
            // The same members in another order.
            if (names.stream()
                    .allMatch(name -> left.containsKey(name) && left.get(name).equals(right.get(name)))) {
                all.add(new Difference(
                        at,
                        Optional.of(stored.get().toString()),
                        Optional.of(other.get().toString())));
            }
            return;
        }
        all.add(new Difference(at, stored.map(JsonNode::toString), other.map(JsonNode::toString)));
    }

    private static boolean isSameContainer(JsonNode one, JsonNode other) {
        return one.isObject() && other.isObject() || one.isArray() && other.isArray();
    }

    private static Map<String, JsonNode> members(JsonNode container) {
        var all = new LinkedHashMap<String, JsonNode>();
        if (container.isObject()) {
            container.properties().forEach(field -> all.put(field.getKey(), field.getValue()));
            return all;
        }
        for (int i = 0; i < container.size(); i++) {
            var member = container.get(i);
            var name = member.path("id").isTextual() ? member.get("id").asText() : Integer.toString(i);
            var free = name;
            for (int again = 2; all.containsKey(free); again++) {
                free = name + "#" + again;
            }
            all.put(free, member);
        }
        return all;
    }
}
