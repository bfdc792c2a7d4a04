package licet.registry.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.RegistryProblem;

/** Lists of words, and ids of people, in what callers send. */
final class RequestWords {
    private RequestWords() {}

    static UUID personId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new RegistryProblem.NotFound(People.KIND, text).asException();
        }
    }

    /** An absent list is an empty one. */
    static List<String> texts(RequestJson json, String field) {
        var texts = new ArrayList<String>();
        for (JsonNode node :
                json.find(field).stream().flatMap(RequestWords::elements).toList()) {
            if (!node.isTextual()) {
                throw new RegistryProblem.Malformed("/" + field, node.toString(), "Send a list of texts.")
                        .asException();
            }
            texts.add(node.textValue());
        }
        return List.copyOf(texts);
    }

    static <E extends Enum<E> & ClosedChoice> Set<E> choices(RequestJson json, String field, Class<E> type) {
        var choices = EnumSet.noneOf(type);
        for (var word : texts(json, field)) {
            choices.add(ClosedChoice.find(type, word)
                    .orElseThrow(() -> new RegistryProblem.Malformed(
                                    "/" + field, word, "Use one of: " + ClosedChoice.words(type) + ".")
                            .asException()));
        }
        return Set.copyOf(choices);
    }

    /** A single word is taken for a list of one. */
    private static java.util.stream.Stream<JsonNode> elements(JsonNode node) {
        return node.isArray()
                ? java.util.stream.StreamSupport.stream(node.spliterator(), false)
                : java.util.stream.Stream.of(node);
    }
}
