package licet.registry.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What every route can answer instead: the same few problems, which follow from what is sent and who may call. */
final class Refusals {
    private static final String RESPONSES = "#/components/responses/";
    private static final String PROBLEM = "application/problem+json";

    private final ObjectNode document;

    Refusals(ObjectNode document) {
        this.document = document;
    }

    void complete(Operation operation) {
        var responses = (ObjectNode) operation.node().path("responses");
        for (var status : statuses(operation)) {
            var known = responses.get(status);
            if (known == null) {
                responses.putObject(status).put("$ref", RESPONSES + "Problem" + status);
            } else if (known.has("content") && !known.path("content").has(PROBLEM)) {
                ((ObjectNode) known.get("content")).set(PROBLEM, problem(status));
            }
        }
    }

    private JsonNode problem(String status) {
        return document.at("/components/responses/Problem" + status + "/content")
                .path(PROBLEM)
                .deepCopy();
    }

    private static List<String> statuses(Operation operation) {
        var all = new ArrayList<String>();
        if (operation.hasBody() || !operation.parameters().isEmpty()) {
            all.add("400");
        }
        if (!operation.isOpen()) {
            all.addAll(List.of("401", "403"));
        }
        if (operation.hasParameter("path")) {
            all.add("404");
        }
        if (operation.changesSomething()) {
            all.add("409");
        }
        if (operation.parameters().stream()
                .anyMatch(one -> one.path("name").asText().equals("If-Match"))) {
            all.add("412");
        }
        if (operation.hasBody()) {
            all.addAll(List.of("413", "415"));
        }
        all.addAll(List.of("500", "503"));
        return all;
    }
}
