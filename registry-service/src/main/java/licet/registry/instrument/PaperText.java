package licet.registry.instrument;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import licet.registry.fact.Facts;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Country;
import licet.rules.facts.Ids;
import licet.rules.license.Act;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Reach;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants on record, and refuses it field by field. */
@Singleton
public class PaperText {
    /** Fields of a request. */
    static final String[] FIELDS = {
        "kind",
        "title",
        "party",
        "statement",
        "text",
        "textSha256",
        "lifts",
        "deployments",
        "entities",
        "models",
        "acts",
        "places",
        "from",
        "until",
        "document",
        "privileged",
        "replaces"
    };

    static final int LONG = 4_000;
    private static final int SHORT = 200;
    private static final int MOST = 200;
    private static final int LARGEST_DOCUMENT = 640 * 1024;
    private static final Set<String> TYPES = Set.of("application/pdf", "text/plain", "image/png", "image/jpeg");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9._-]{1,96}(/[A-Za-z0-9._-]{1,96})?");

    private final Liftable liftable;
    private final KnownTexts texts;
    private final Facts facts;
    private final Clock clock;

    PaperText(Liftable liftable, KnownTexts texts, Facts facts, Clock clock) {
        this.liftable = liftable;
        this.texts = texts;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param body a JSON object with the fields of a paper
     * @throws ProblemException malformed, naming the field
     */
    public NewPaper read(String body) {
        var json = RequestJson.parse(body, FIELDS);
        var content = content(json);
        var privileged = json.findText("privileged").map(words -> words("/privileged", words, LONG));
        if (privileged.isPresent() && content.kind() != PaperKind.LEGAL_POSITION) {
            throw malformed("/privileged", null, "belongs to a legal position only");
        }
        return new NewPaper(
                content,
                json.find("document").map(PaperText::file),
                privileged,
                json.find("replaces").map(PaperText::number));
    }

    private PaperContent content(RequestJson json) {
        String word = json.text("kind");
        var kind = ClosedChoice.find(PaperKind.class, word)
                .orElseThrow(() -> malformed("/kind", word, "use one of " + ClosedChoice.words(PaperKind.class)));
        var from = json.findText("from").map(text -> moment("/from", text)).orElseGet(clock::instant);
        var until = json.findText("until").map(text -> moment("/until", text));
        until.filter(end -> !end.isAfter(from)).ifPresent(end -> {
            throw malformed("/until", end.toString(), "must be after the begin");
        });
        var textSha256 = json.findText("textSha256").map(PaperText::hash);
        var content = new PaperContent(
                kind,
                words("/title", json.text("title"), SHORT),
                words("/party", json.text("party"), SHORT),
                json.findText("statement")
                        .filter(text -> !text.isBlank())
                        .map(text -> words("/statement", text, LONG))
                        .orElse(""),
                text(json.findText("text").map(key -> liftable.text("/text", key)), textSha256),
                textSha256,
                lifts(json, kind),
                reach(json),
                from,
                until);
        requireWhole(content);
        return content;
    }

    /** Bytes that were read say themselves which text they are. */
    private Optional<String> text(Optional<String> key, Optional<String> sha256) {
        var read = sha256.flatMap(texts::find).map(LicenseKey::value);
        if (key.isPresent() && read.isPresent() && !key.equals(read)) {
            throw malformed("/textSha256", sha256.orElse(null), "the text with this hash is " + read.get());
        }
        return key.or(() -> read);
    }

    /** An acceptance need not lift anything: it says which version of a text binds. */
    private TreeSet<String> lifts(RequestJson json, PaperKind kind) {
        var ids = new TreeSet<>(texts(json, "lifts"));
        if (ids.isEmpty() && kind != PaperKind.ACCEPTANCE) {
            throw malformed("/lifts", null, "name what it lifts, by the ids that verdicts show");
        }
        ids.forEach(id -> liftable.require("/lifts", kind, id));
        return ids;
    }

    /** What each kind must say to be one. */
    private void requireWhole(PaperContent paper) {
        switch (paper.kind()) {
            case AGREEMENT -> requireEntity(paper);
            case ACCEPTANCE -> {
                requireEntity(paper);
                requireVersion(paper);
            }
            case LEGAL_POSITION -> {
                if (paper.until().isEmpty()) {
                    throw malformed("/until", null, "say until when the reading is relied on");
                }
                if (paper.text().isEmpty()) {
                    throw malformed("/text", null, "say which version of the text is read");
                }
                if (paper.statement().isEmpty()) {
                    throw malformed("/statement", null, "write how the clause is read");
                }
            }
        }
    }

    /** What was accepted has to be one version of a text, which can be told from every other. */
    private void requireVersion(PaperContent paper) {
        if (paper.text().isEmpty() && paper.textSha256().isEmpty()) {
            throw malformed("/text", null, "say which text was accepted, by its key or its hash");
        }
        if (paper.text().isEmpty()
                && (paper.lifts().isEmpty() || paper.reach().models().isEmpty())) {
            throw malformed("/text", null, "say the key of the text; where it has none, name rule and models");
        }
        var key = paper.text().map(LicenseKey::new);
        if (paper.textSha256().isEmpty() && key.filter(texts::isFixed).isEmpty()) {
            throw malformed(
                    "/textSha256", null, "this text can change: give the hash of the version that was accepted");
        }
    }

    private static void requireEntity(PaperContent paper) {
        if (paper.reach().licensees().isEmpty()) {
            throw malformed("/entities", null, "name the entities that it is for");
        }
    }

    private Reach reach(RequestJson json) {
        var current = facts.current();
        return new Reach(
                set(
                        json,
                        "deployments",
                        key -> current.deployments().stream()
                                .map(known -> known.deployment().key())
                                .filter(known -> known.value().equals(key))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException("no such deployment is on record"))),
                set(
                        json,
                        "entities",
                        key -> current.organization().organization().entities().stream()
                                .map(known -> known.key())
                                .filter(known -> known.value().equals(key))
                                .findFirst()
                                .orElseThrow(() -> new IllegalArgumentException("no such entity is on record"))),
                set(json, "models", PaperText::model),
                set(json, "acts", act -> Ids.parse(Act.class, act)),
                set(json, "places", Country::new),
                Set.of());
    }

    private static ModelId model(String name) {
        if (!MODEL.matcher(name).matches()) {
            throw new IllegalArgumentException("write owner/name, as the model page shows it");
        }
        return new ModelId(name);
    }

    private static <T> Set<T> set(RequestJson json, String field, Function<String, T> read) {
        return texts(json, field).stream()
                .map(text -> {
                    try {
                        return read.apply(text);
                    } catch (IllegalArgumentException refused) {
                        throw malformed("/" + field, text, String.valueOf(refused.getMessage()));
                    }
                })
                .collect(Collectors.toSet());
    }

    private static List<String> texts(RequestJson json, String field) {
        var all = new ArrayList<String>();
        json.find(field).ifPresent(list -> {
            if (!list.isArray() || list.size() > MOST) {
                throw malformed("/" + field, null, "send a list of at most %d texts".formatted(MOST));
            }
            list.forEach(each -> all.add(words("/" + field, each.asText(), SHORT)));
        });
        return all;
    }

    /** A text of some characters, without those that control a terminal. */
    static String words(String field, String given, int longest) {
        String text = given.strip();
        boolean controls = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r');
        if (text.isEmpty() || text.length() > longest || controls) {
            throw malformed(field, null, "write 1 to %d characters".formatted(longest));
        }
        return text;
    }

    private static String hash(String text) {
        if (!HASH.matcher(text).matches()) {
            throw malformed("/textSha256", text, "send 64 hex digits in lower case");
        }
        return text;
    }

    /** A day begins at midnight UTC. */
    private static Instant moment(String field, String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException refused) {
            throw malformed(field, text, "write a day such as 2027-01-31, or a moment such as 2027-01-31T12:00:00Z");
        }
    }

    private static long number(JsonNode node) {
        if (!node.isIntegralNumber() || node.longValue() < 1) {
            throw malformed("/replaces", null, "send the number of the paper that it replaces");
        }
        return node.longValue();
    }

    private static NewPaper.File file(JsonNode node) {
        String type = node.path("type").asText();
        if (!TYPES.contains(type)) {
            throw malformed("/document/type", type, "use one of " + new TreeSet<>(TYPES));
        }
        return new NewPaper.File(
                words("/document/name", node.path("name").asText(), SHORT),
                type,
                bytes(node.path("base64").asText()));
    }

    private static byte[] bytes(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == 0 || bytes.length > LARGEST_DOCUMENT) {
                throw malformed("/document/base64", null, "send 1 to %d bytes".formatted(LARGEST_DOCUMENT));
            }
            return bytes;
        } catch (IllegalArgumentException refused) {
            throw malformed("/document/base64", null, "send the bytes in base64");
        }
    }

    static ProblemException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
