package licet.registry.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/**
 * A stack as somebody wants it.
 *
 * @param team key of the team that owns it
 * @param cadenceMonths 1 to 24
 */
public record NewStack(String key, String name, String team, int cadenceMonths) {
    public static final int USUAL_CADENCE = 3;
    private static final int LONGEST_CADENCE = 24;
    private static final int LONGEST_NAME = 200;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public NewStack {
        key = key("/key", key);
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw malformed("/name", name, "write 1 to 200 characters");
        }
        if (cadenceMonths < 1 || cadenceMonths > LONGEST_CADENCE) {
            throw malformed("/cadenceMonths", Integer.toString(cadenceMonths), "give 1 to 24 months");
        }
    }

    public static NewStack parse(String body) {
        var json = RequestJson.parse(body, "key", "name", "team", "cadenceMonths");
        return of(json, json.text("key"));
    }

    /** What shall become of the stack with that key. */
    static NewStack parse(String body, String key) {
        return of(RequestJson.parse(body, "name", "team", "cadenceMonths"), key);
    }

    private static NewStack of(RequestJson json, String key) {
        return new NewStack(
                key,
                json.text("name"),
                json.text("team"),
                json.find("cadenceMonths").map(NewStack::months).orElse(USUAL_CADENCE));
    }

    private static int months(JsonNode given) {
        if (!given.isInt()) {
            throw malformed("/cadenceMonths", given.toString(), "give 1 to 24 months");
        }
        return given.intValue();
    }

    static String key(String field, String text) {
        if (!KEY.matcher(text.strip()).matches()) {
            throw malformed(field, text, "write a key of lower-case letters, digits and '-', at most 64");
        }
        return text.strip();
    }

    static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
