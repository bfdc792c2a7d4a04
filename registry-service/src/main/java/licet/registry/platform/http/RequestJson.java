package licet.registry.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** A JSON object in a request, read field by field. */
public final class RequestJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode root;

    private RequestJson(JsonNode root) {
        this.root = root;
    }

    /** @param fields the only ones that may be there */
    public static RequestJson parse(String body, String... fields) {
        var allowed = List.of(fields);
        var root = tree(body);
        if (!root.isObject()) {
            throw malformed("/", null, "send a JSON object with the fields " + String.join(", ", allowed));
        }
        root.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw malformed("/" + name, null, "unknown field; use " + String.join(", ", allowed));
            }
        });
        return new RequestJson(root);
    }

    private static JsonNode tree(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw malformed("/", null, "send valid JSON: " + e.getOriginalMessage());
        }
    }

    public JsonNode get(String field) {
        return find(field).orElseThrow(() -> malformed("/" + field, null, "is missing"));
    }

    public Optional<JsonNode> find(String field) {
        return Optional.ofNullable(root.get(field)).filter(node -> !node.isNull());
    }

    public String text(String field) {
        return findText(field).orElseThrow(() -> malformed("/" + field, null, "is missing"));
    }

    public Optional<String> findText(String field) {
        return find(field).map(node -> {
            if (!node.isTextual()) {
                throw malformed("/" + field, node.toString(), "must be a text");
            }
            return node.textValue();
        });
    }

    private static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
