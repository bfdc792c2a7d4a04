package licet.registry.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows what is sent and what comes back. What a data file says of a shape stands; the rest is made. */
final class Examples {
    private static final String JSON = "application/json";

    private final ExampleMaker maker;

    Examples(ExampleMaker maker) {
        this.maker = maker;
    }

    /** Shapes that somebody wrote an example for keep it wherever they are part of something. */
    static void ofSchemas(ObjectNode document, ObjectNode written) {
        written.properties().forEach(entry -> {
            if (document.at("/components/schemas").get(entry.getKey()) instanceof ObjectNode schema) {
                schema.set("example", entry.getValue());
            }
        });
    }

    void complete(Operation operation) {
        operation.body().ifPresent(this::complete);
        operation.answers().forEach(this::complete);
    }

    private void complete(JsonNode content) {
        content.properties().forEach(type -> {
            if (type.getKey().startsWith(JSON)
                    && type.getValue() instanceof ObjectNode shape
                    && shape.has("schema")
                    && !shape.has("example")) {
                shape.set("example", maker.of(shape.get("schema")));
            }
        });
    }
}
