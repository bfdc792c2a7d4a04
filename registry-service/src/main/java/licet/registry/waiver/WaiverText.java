package licet.registry.waiver;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.instrument.NewPaper;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import org.jspecify.annotations.Nullable;

/** Reads what somebody writes about a waiver, and refuses it field by field. */
public final class WaiverText {
    /** Bytes of the largest document; as base64 it has to fit into one request. */
    public static final int LARGEST = 640 * 1024;

    private static final int LONG = 4_000;
    private static final int SHORT = 200;
    private static final int LONGEST_LINK = 1_000;
    private static final Set<String> TYPES = Set.of("application/pdf", "text/plain", "image/png", "image/jpeg");

    private WaiverText() {}

    /** @param body a JSON object with the fields of a proposal */
    static NewWaiver read(String body) {
        var json = RequestJson.parse(
                body,
                "finding",
                "model",
                "source",
                "deployment",
                "everyModel",
                "reason",
                "until",
                "evidenceLink",
                "document");
        return new NewWaiver(
                json.text("finding"),
                json.findText("source"),
                model(json.text("model")),
                deployment(json.text("deployment")),
                json.find("everyModel").map(WaiverText::flag).orElse(false),
                json.text("reason"),
                moment(json.text("until")),
                json.findText("evidenceLink"),
                json.find("document").map(WaiverText::document));
    }

    public static ModelId model(String name) {
        try {
            return new ModelId(name);
        } catch (IllegalArgumentException refused) {
            throw malformed("/model", name, "write owner/name, as the model page shows it");
        }
    }

    public static DeploymentKey deployment(String key) {
        try {
            return new DeploymentKey(key);
        } catch (IllegalArgumentException refused) {
            throw malformed("/deployment", key, "use the key of a deployment");
        }
    }

    /** A day begins at midnight UTC. */
    public static Instant moment(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException refused) {
            throw malformed("/until", text, "write a day such as 2027-01-31, or a moment such as 2027-01-31T12:00:00Z");
        }
    }

    /** What people write is kept as they wrote it, within limits. */
    static String words(String field, String given) {
        String words = given.strip().replace('\0', '\uFFFD');
        if (words.isEmpty() || words.length() > LONG) {
            throw malformed(field, null, "write 1 to " + LONG + " characters");
        }
        return words;
    }

    /** An address that a browser opens and that nothing here ever reads; without a password in it. */
    static String link(String given) {
        String link = given.strip();
        try {
            var uri = new URI(link);
            if (link.length() <= LONGEST_LINK
                    && "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null) {
                return link;
            }
        } catch (URISyntaxException refused) {
            throw notALink(link);
        }
        throw notALink(link);
    }

    private static ProblemException notALink(String link) {
        return malformed("/evidenceLink", link, "give an address such as https://tracker.example.com/scan/17");
    }

    private static boolean flag(JsonNode node) {
        if (!node.isBoolean()) {
            throw malformed("/everyModel", node.toString(), "use true or false");
        }
        return node.booleanValue();
    }

    private static NewPaper.File document(JsonNode node) {
        return document(
                node.path("name").asText(),
                node.path("type").asText(),
                bytes(node.path("base64").asText()));
    }

    /** @throws ProblemException malformed, naming the field */
    public static NewPaper.File document(String name, String type, byte[] content) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > SHORT || called.chars().anyMatch(Character::isISOControl)) {
            throw malformed("/document/name", null, "write 1 to %d characters".formatted(SHORT));
        }
        if (!TYPES.contains(type)) {
            throw malformed("/document/type", type, "use one of " + String.join(", ", new TreeSet<>(TYPES)));
        }
        if (content.length == 0 || content.length > LARGEST) {
            throw malformed("/document/base64", null, "send 1 to %d bytes".formatted(LARGEST));
        }
        return new NewPaper.File(called, type, content);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException refused) {
            throw malformed("/document/base64", null, "send the bytes in base64");
        }
    }

    static ProblemException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
