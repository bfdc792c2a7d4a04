package licet.tests.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;

/** The body of a request for some paths, which clients write as a form or as JSON. */
final class PathsInfoRequest {
    private static final JsonMapper JSON = new JsonMapper();

    private PathsInfoRequest() {}

    static List<String> paths(String body) {
        if (!body.startsWith("{")) {
            return Query.parse(body).parameters().stream()
                    .filter(p -> p.name().equals("paths"))
                    .map(Query.Parameter::value)
                    .toList();
        }
        List<String> paths = new ArrayList<>();
        json(body).path("paths").forEach(path -> paths.add(path.asText()));
        return paths;
    }

    static boolean expand(String body) {
        return body.startsWith("{")
                ? json(body).path("expand").asBoolean()
                : Query.parse(body).flag("expand");
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
