package licet.registry.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what parameters mean. The same name means the same nearly everywhere, so a data file says it once; a group of routes,
 * or a single one, can say it otherwise. What stands at the controller stands.
 */
final class ParameterTexts {
    private final ObjectNode texts;

    ParameterTexts(ObjectNode texts) {
        this.texts = texts;
    }

    void complete(Operation operation) {
        for (var parameter : operation.parameters()) {
            find(operation, parameter.path("name").asText()).ifPresent(known -> complete(parameter, known));
        }
    }

    private Optional<JsonNode> find(Operation operation, String name) {
        return Stream.of(operation.key() + " " + name, operation.group() + " " + name, name)
                .map(texts::get)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private static void complete(ObjectNode parameter, JsonNode known) {
        if (parameter.path("description").asText().isEmpty()) {
            parameter.set("description", known.path("description"));
        }
        // The generator knows the type of an argument, and nothing of what a controller reads by hand.
        if (known.has("schema")) {
            parameter.set("schema", known.get("schema").deepCopy());
        } else if (parameter.at("/schema/type").asText().equals("object")) {
            parameter.putObject("schema").put("type", "string");
        }
        if (known.has("example")) {
            parameter.set("example", known.get("example"));
        }
    }
}
