package licet.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * One route as people read it.
 *
 * @param id of its place on the page
 * @param body what is sent
 * @param open whether it needs no token
 */
public record ApiRoute(
        String id,
        String method,
        String path,
        String summary,
        String description,
        boolean open,
        List<Field> fields,
        Optional<Body> body,
        List<Answer> answers) {
    public ApiRoute {
        fields = List.copyOf(fields);
        answers = List.copyOf(answers);
    }

    /** @param place path, query or header */
    public record Field(String name, String place, String description, boolean required, String example) {}

    /** @param type media type; {@code example} is empty where there is none */
    public record Body(String type, String example) {}

    public record Answer(String status, String description, Body body) {}

    static ApiRoute of(JsonNode document, String path, String method, JsonNode operation) {
        return new ApiRoute(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(),
                operation.path("description").asText(),
                operation.has("security"),
                StreamSupport.stream(operation.path("parameters").spliterator(), false)
                        .map(ApiRoute::field)
                        .toList(),
                body(operation.at("/requestBody/content")),
                operation.path("responses").properties().stream()
                        .map(answer -> answer(document, answer.getKey(), answer.getValue()))
                        .toList());
    }

    private static Field field(JsonNode parameter) {
        return new Field(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("description").asText(),
                parameter.path("required").asBoolean(),
                parameter.path("example").asText());
    }

    private static Answer answer(JsonNode document, String status, JsonNode given) {
        String reference = given.path("$ref").asText();
        var answer = reference.isEmpty() ? given : document.at(reference.substring(1));
        return new Answer(
                status,
                answer.path("description").asText(),
                body(answer.path("content")).orElse(new Body("", "")));
    }

    private static Optional<Body> body(JsonNode content) {
        return content.properties().stream()
                .findFirst()
                .map(type -> new Body(type.getKey(), text(type.getValue().path("example"))));
    }

    private static String text(JsonNode example) {
        return example.isTextual() ? example.textValue() : example.isMissingNode() ? "" : example.toPrettyString();
    }
}
