package licet.registry.approval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** Reads decisions from requests of programs, and refuses them field by field. */
final class VotesJson {
    private VotesJson() {}

    static NewVotes many(String body) {
        var json = RequestJson.parse(body, "decision", "reason", "requests");
        return new NewVotes(decision(json.text("decision")), json.text("reason"), items(json.get("requests")));
    }

    private static List<NewVotes.Item> items(JsonNode given) {
        if (!given.isArray() || given.size() > NewVotes.MOST) {
            throw malformed("/requests", null, "give a list of at most %d requests".formatted(NewVotes.MOST));
        }
        var all = new ArrayList<NewVotes.Item>();
        for (int i = 0; i < given.size(); i++) {
            all.add(item("/requests/" + i, given.get(i)));
        }
        return all;
    }

    private static NewVotes.Item item(String at, JsonNode given) {
        var json = RequestJson.parse(given.toString(), "id", "round", "stage", "onBehalfOf");
        return new NewVotes.Item(
                BoardParameters.person(at + "/id", json.text("id")),
                round(at + "/round", json.get("round")),
                json.text("stage"),
                json.findText("onBehalfOf").map(person -> BoardParameters.person(at + "/onBehalfOf", person)));
    }

    static int round(String field, JsonNode given) {
        return whole(field, given, "give the number of the round that you looked at");
    }

    static int whole(String field, JsonNode given, String mend) {
        if (!given.isIntegralNumber() || !given.canConvertToInt()) {
            throw malformed(field, given.toString(), mend);
        }
        return given.intValue();
    }

    static Vote.Decision decision(String word) {
        return ClosedChoice.find(Vote.Decision.class, word)
                .orElseThrow(
                        () -> malformed("/decision", word, "use one of " + ClosedChoice.words(Vote.Decision.class)));
    }

    private static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
