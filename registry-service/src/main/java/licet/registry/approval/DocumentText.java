package licet.registry.approval;

import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** Reads a document that somebody attaches, and refuses it field by field. */
public final class DocumentText {
    /** As base64 it has to fit into one request. */
    public static final int LARGEST = 640 * 1024;

    private static final int LONGEST_NAME = 200;
    private static final Set<String> TYPES = Set.of("application/pdf", "text/plain", "image/png", "image/jpeg");

    private DocumentText() {}

    static Conversation.Document read(String body) {
        var json = RequestJson.parse(body, "name", "type", "base64", "words");
        return checked(json.text("name"), json.text("type"), bytes(json.text("base64")), json.text("words"));
    }

    /** @throws licet.registry.platform.problem.ProblemException malformed, naming the field */
    public static Conversation.Document checked(String name, String type, byte[] content, String words) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            throw malformed("/name", null, "write 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (!TYPES.contains(type)) {
            throw malformed("/type", type, "use one of " + String.join(", ", new TreeSet<>(TYPES)));
        }
        if (content.length == 0 || content.length > LARGEST) {
            throw malformed("/base64", null, "send 1 to %d bytes".formatted(LARGEST));
        }
        return new Conversation.Document(called, type, content, words);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException refused) {
            throw malformed("/base64", null, "send the bytes in base64");
        }
    }

    private static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
