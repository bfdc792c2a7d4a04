package licet.registry.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** The shapes of the document. */
final class Schemas {
    private static final String OWN = "#/components/schemas/";

    private final JsonNode all;

    Schemas(ObjectNode document) {
        this.all = document.at("/components/schemas");
    }

    /** What a reference stands for; anything else stands for itself. */
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith(OWN) ? all.path(reference.substring(OWN.length())) : schema;
    }

    /**
     * Says what the generator did not see.
     *
     * @param optional names of fields that can be absent, by shape
     * @param words how constants are written, by shape
     */
    void correct(JsonNode optional, JsonNode words) {
        all.properties().forEach(entry -> {
            var shape = (ObjectNode) entry.getValue();
            optional.path(entry.getKey()).forEach(field -> allowNull(shape, field.asText()));
            if (words.has(entry.getKey())) {
                shape.set("enum", words.get(entry.getKey()));
            }
            relax(shape);
        });
    }

    private static void allowNull(ObjectNode shape, String field) {
        if (shape.path("properties").get(field) instanceof ObjectNode property) {
            if (property.has("$ref")) {
                // Beside a reference nothing else counts.
                var reference = property.deepCopy();
                property.removeAll();
                property.putArray("allOf").add(reference);
            }
            property.put("nullable", true);
        }
    }

    /** One that may be null may be left out as well. */
    private static void relax(ObjectNode shape) {
        if (shape.get("required") instanceof ArrayNode required) {
            var kept = StreamSupport.stream(required.spliterator(), false)
                    .filter(name -> !mayBeNull(shape.path("properties").path(name.asText())))
                    .toList();
            shape.remove("required");
            if (!kept.isEmpty()) {
                shape.putArray("required").addAll(kept);
            }
        }
    }

    private static boolean mayBeNull(JsonNode property) {
        return property.path("nullable").asBoolean();
    }
}
