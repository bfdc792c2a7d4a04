package licet.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tolerant reads from one JSON object; what is there in another shape than expected is noted, never guessed. */
final class JsonFields {
    private static final int MAX_DEPTH = 64;

    private final JsonNode object;
    private final List<String> problems;

    JsonFields(JsonNode object, List<String> problems) {
        this.object = object;
        this.problems = problems;
    }

    JsonNode node(String name) {
        return object.path(name);
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Numbers count as text, since compatible servers give numeric ids. */
    Optional<String> text(String name) {
        JsonNode value = object.path(name);
        if (value.isTextual() || value.isNumber()) {
            return Optional.of(value.asText());
        }
        return unexpected(name, value);
    }

    Optional<Long> number(String name) {
        JsonNode value = object.path(name);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Optional.of(value.longValue());
        }
        return unexpected(name, value);
    }

    boolean flag(String name) {
        return object.path(name).asBoolean(false);
    }

    Optional<Instant> instant(String name) {
        return text(name).flatMap(text -> parseInstant(name, text));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : object.path(name)) {
            if (item.isTextual()) {
                texts.add(item.textValue());
            }
        }
        return List.copyOf(texts);
    }

    Map<String, Object> map(String name) {
        return toMap(object.path(name), 0);
    }

    private Optional<Instant> parseInstant(String name, String text) {
        Optional<Instant> time = HubTime.find(text);
        if (time.isEmpty()) {
            problems.add(name + " is not a time in UTC");
        }
        return time;
    }

    private <T> Optional<T> unexpected(String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            problems.add(name + " has an unexpected shape");
        }
        return Optional.empty();
    }

    private static Map<String, Object> toMap(JsonNode node, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(e -> {
            Object value = toValue(e.getValue(), depth + 1);
            if (value != null) {
                map.put(e.getKey(), value);
            }
        });
        return map;
    }

    private static @Nullable Object toValue(JsonNode node, int depth) {
        if (depth > MAX_DEPTH) {
            return null;
        }
        return switch (node.getNodeType()) {
            case OBJECT -> toMap(node, depth);
            case ARRAY -> toList(node, depth);
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            case STRING -> node.textValue();
            case BINARY, MISSING, NULL, POJO -> null;
        };
    }

    private static List<Object> toList(JsonNode node, int depth) {
        List<Object> list = new ArrayList<>();
        for (JsonNode item : node) {
            Object value = toValue(item, depth + 1);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }
}
