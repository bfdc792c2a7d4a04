package licet.registry.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One route in the document.
 *
 * @param method in upper case
 * @param node its part of the tree, which can be changed
 */
record Operation(String method, String path, ObjectNode node) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String PREFIX = "/api/v1/";

    static List<Operation> list(ObjectNode document) {
        var all = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        all.add(new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), (ObjectNode) entry.getValue()));
                    }
                }));
        return all;
    }

    /** As people write it, for instance {@code GET /api/v1/ping}. */
    String key() {
        return method + " " + path;
    }

    /** The first word after the version, under which routes belong together. */
    String group() {
        String rest = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path.substring(1);
        return rest.split("[/.]", 2)[0].isEmpty() ? "well-known" : rest.split("[/.]", 2)[0];
    }

    List<ObjectNode> parameters() {
        return StreamSupport.stream(node.path("parameters").spliterator(), false)
                .map(ObjectNode.class::cast)
                .toList();
    }

    boolean hasParameter(String in) {
        return parameters().stream().anyMatch(one -> one.path("in").asText().equals(in));
    }

    boolean hasBody() {
        return node.has("requestBody");
    }

    boolean changesSomething() {
        return !method.equals("GET");
    }

    boolean isOpen() {
        return node.has("security") && node.get("security").isEmpty();
    }

    /** What is sent, by media type. */
    Optional<JsonNode> body() {
        return Optional.of(node.at("/requestBody/content")).filter(JsonNode::isObject);
    }

    /** What comes back, by media type, of every status that has a body. */
    Stream<JsonNode> answers() {
        return StreamSupport.stream(node.path("responses").spliterator(), false)
                .map(answer -> answer.path("content"))
                .filter(JsonNode::isObject);
    }
}
