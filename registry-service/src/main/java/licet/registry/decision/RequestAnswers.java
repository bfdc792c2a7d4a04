package licet.registry.decision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads answers to open questions as programs write them. */
final class RequestAnswers {
    private static final String FIELD = "/answers";

    private RequestAnswers() {}

    static Map<String, List<String>> read(JsonNode answers) {
        if (!answers.isObject()) {
            throw ModelParameters.malformed(FIELD, null, "send an object with the ids of questions as its fields");
        }
        var all = new TreeMap<String, List<String>>();
        answers.properties().forEach(answer -> all.put(answer.getKey(), values(answer.getKey(), answer.getValue())));
        return all;
    }

    private static List<String> values(String id, JsonNode node) {
        if (node.isArray()) {
            var all = new ArrayList<String>();
            node.forEach(part -> all.add(value(id, part)));
            return all;
        }
        return List.of(value(id, node));
    }

    private static String value(String id, JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            throw ModelParameters.malformed(FIELD + "/" + id, null, "answer with a text, a number, true or false");
        }
        return node.asText();
    }
}
