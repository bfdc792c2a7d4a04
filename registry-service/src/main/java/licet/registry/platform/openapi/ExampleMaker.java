package licet.registry.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Makes an example of a shape. A data file has the words of fields by their names, so that models are models and days are
 * days; where it has none, the type gives one.
 */
final class ExampleMaker {
    private static final int DEEPEST = 7;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Schemas schemas;
    private final ObjectNode words;

    ExampleMaker(Schemas schemas, ObjectNode words) {
        this.schemas = schemas;
        this.words = words;
    }

    JsonNode of(JsonNode schema) {
        return value("", schema, 0);
    }

    private JsonNode value(String name, JsonNode given, int depth) {
        var schema = schemas.resolve(given);
        if (schema.has("example")) {
            return schema.get("example").deepCopy();
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum").get(0);
        }
        if (schema.path("oneOf").isArray()) {
            return oneOf(name, schema, depth);
        }
        if (schema.path("allOf").isArray()) {
            return all(name, schema.path("allOf"), depth);
        }
        return switch (schema.path("type").asText("object")) {
            case "array" ->
                depth < DEEPEST ? JSON.arrayNode().add(value(name, schema.path("items"), depth + 1)) : JSON.arrayNode();
            case "string" -> JSON.textNode(text(name, schema));
            case "integer" -> JSON.numberNode(words.path("integers").path(name).asLong(1));
            case "number" -> JSON.numberNode(1.5);
            case "boolean" -> JSON.booleanNode(words.path("booleans").path(name).asBoolean(false));
            default -> object(schema, depth);
        };
    }

    /** The first, which says which of them it is where they say so. */
    private JsonNode oneOf(String name, JsonNode schema, int depth) {
        var first = value(name, schema.path("oneOf").get(0), depth);
        String says = schema.at("/discriminator/propertyName").asText();
        String reference = schema.path("oneOf").get(0).path("$ref").asText();
        if (first instanceof ObjectNode whole && !says.isEmpty()) {
            schema.at("/discriminator/mapping").properties().stream()
                    .filter(word -> word.getValue().asText().equals(reference))
                    .findFirst()
                    .ifPresent(word -> whole.put(says, word.getKey()));
        }
        return first;
    }

    /** Of one part it is that part; several are laid over each other. */
    private JsonNode all(String name, JsonNode parts, int depth) {
        var first = value(name, parts.path(0), depth);
        if (first instanceof ObjectNode whole) {
            parts.forEach(part -> Merge.into(whole, value(name, part, depth)));
        }
        return first;
    }

    private String text(String name, JsonNode schema) {
        String format = schema.path("format").asText();
        var byFormat = words.path("formats").path(format);
        if (byFormat.isTextual()) {
            return byFormat.asText();
        }
        return words.path("texts")
                .path(name)
                .asText(words.path("texts").path("").asText());
    }

    private JsonNode object(JsonNode schema, int depth) {
        var all = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            boolean needed = depth < DEEPEST || isRequired(schema, property.getKey());
            if (needed && depth < 2 * DEEPEST) {
                all.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        var others = schema.path("additionalProperties");
        if (others.isObject() && depth < DEEPEST) {
            all.set("key", value("key", others, depth + 1));
        }
        return all;
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (var one : schema.path("required")) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
