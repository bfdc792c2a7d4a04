package licet.web.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Between what stands in the fields of a form and the written form of facts, one field at a time. */
final class Written {
    private Written() {}

    /** The object that holds the last part of a path, made where it is missing. */
    private static ObjectNode holder(ObjectNode root, String[] path) {
        var node = root;
        for (int i = 0; i < path.length - 1; i++) {
            node = node.withObject("/" + path[i]);
        }
        return node;
    }

    static void put(ObjectNode root, Definition field, Typed typed) {
        var path = field.id().split("\\.", -1);
        holder(root, path).set(path[path.length - 1], value(field, typed.all(field.id())));
    }

    private static JsonNode value(Definition field, List<String> typed) {
        String first = typed.isEmpty() ? "" : typed.getFirst();
        var nodes = JsonNodeFactory.instance;
        return switch (field.kind()) {
            case TEXT, ONE, ONE_OR_UNKNOWN -> nodes.textNode(first);
            case COUNTRY -> nodes.textNode(CountryNames.code(first));
            case YES_NO ->
                switch (first) {
                    case "yes" -> nodes.booleanNode(true);
                    case "no" -> nodes.booleanNode(false);
                    default -> nodes.textNode(first);
                };
            case SOME_OR_UNKNOWN ->
                typed.contains(Definition.UNKNOWN) ? nodes.textNode(Definition.UNKNOWN) : array(typed);
            case COUNTRIES, WORDS ->
                switch (first) {
                    case Definition.UNKNOWN -> nodes.textNode(Definition.UNKNOWN);
                    case Definition.NONE -> nodes.arrayNode();
                    default -> array(parts(field, first));
                };
        };
    }

    private static List<String> parts(Definition field, String typed) {
        return Arrays.stream(typed.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> field.kind() == Definition.Kind.COUNTRIES ? CountryNames.code(part) : part)
                .toList();
    }

    private static JsonNode array(List<String> words) {
        var array = JsonNodeFactory.instance.arrayNode();
        words.forEach(array::add);
        return array;
    }

    /** What would have to be typed for the facts on record. */
    static List<String> typed(JsonNode root, Definition field) {
        var node = root.at("/" + field.id().replace('.', '/'));
        return switch (field.kind()) {
            case TEXT, ONE, COUNTRY -> List.of(node.isMissingNode() ? "" : node.asText());
            case ONE_OR_UNKNOWN -> List.of(node.isMissingNode() ? Definition.UNKNOWN : node.asText());
            case YES_NO -> List.of(node.isBoolean() ? (node.booleanValue() ? "yes" : "no") : Definition.UNKNOWN);
            case SOME_OR_UNKNOWN -> node.isArray() ? words(node) : List.of(Definition.UNKNOWN);
            case COUNTRIES, WORDS ->
                List.of(
                        !node.isArray()
                                ? Definition.UNKNOWN
                                : node.isEmpty() ? Definition.NONE : String.join(", ", words(node)));
        };
    }

    private static List<String> words(JsonNode array) {
        var all = new ArrayList<String>();
        array.forEach(item -> all.add(item.asText()));
        return List.copyOf(all);
    }
}
