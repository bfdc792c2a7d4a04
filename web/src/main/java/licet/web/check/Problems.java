package licet.web.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import licet.rules.format.CanonicalJson;

/** What a server said when it refused (RFC 9457). */
public final class Problems {
    private static final int MOST = 300;

    private Problems() {}

    public static String said(ServerClient.Reply reply) {
        var words = new ArrayList<>(List.of(Integer.toString(reply.status())));
        try {
            var problem = CanonicalJson.read(reply.body(), JsonNode.class);
            add(words, problem.path("detail").asText(problem.path("title").asText()));
            problem.path("errors")
                    .forEach(error -> add(
                            words,
                            error.path("field").asText() + ": "
                                    + error.path("mend").asText()));
        } catch (IllegalArgumentException otherwise) {
            add(words, reply.body());
        }
        return String.join(" ", words);
    }

    private static void add(List<String> words, String text) {
        if (!text.isBlank()) {
            words.add(TextReport.plain(text.length() > MOST ? text.substring(0, MOST) : text));
        }
    }
}
