package licet.registry.release;

import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.release.Period;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to enter.
 *
 * @param family key of a family, or a namespace in lower case
 * @param on a day, a month or a longer time
 */
public record NewReleaseEntry(
        ReleaseKind kind,
        Optional<String> family,
        Optional<RepoId> model,
        Optional<RepoId> successor,
        Period on,
        boolean certain,
        String note,
        String source) {
    private static final int LONGEST = 500;
    static final int LONGEST_FAMILY = 100;

    public NewReleaseEntry {
        if (family.isEmpty() == model.isEmpty()) {
            throw malformed("/model", null, "name either a model or a family");
        }
        if ((kind == ReleaseKind.SUPERSEDED) == successor.isEmpty()) {
            throw malformed(
                    "/successor",
                    successor.map(RepoId::value).orElse(null),
                    "name it for what is superseded, and only then");
        }
    }

    /** Reads the body of a request; what is wrong is named with its mend. */
    public static NewReleaseEntry parse(String body) {
        var json = RequestJson.parse(body, "kind", "family", "model", "successor", "when", "certain", "note", "source");
        return new NewReleaseEntry(
                kind(json.text("kind")),
                json.findText("family").filter(text -> !text.isBlank()).map(NewReleaseEntry::family),
                json.findText("model").filter(text -> !text.isBlank()).map(text -> model("/model", text)),
                json.findText("successor").filter(text -> !text.isBlank()).map(text -> model("/successor", text)),
                on(json.text("when")),
                json.find("certain")
                        .map(given -> {
                            if (!given.isBoolean()) {
                                throw malformed("/certain", given.toString(), "use true or false");
                            }
                            return given.booleanValue();
                        })
                        .orElse(true),
                text("/note", json.findText("note").orElse(""), true),
                text("/source", json.text("source"), false));
    }

    private static ReleaseKind kind(String word) {
        return ClosedChoice.find(ReleaseKind.class, word)
                .filter(ReleaseKind::canBeEntered)
                .orElseThrow(() -> malformed(
                        "/kind", word, "use one of announced, published, version, superseded, deprecated, retired"));
    }

    private static String family(String text) {
        String key = text.strip().toLowerCase(java.util.Locale.ROOT);
        if (key.length() > LONGEST_FAMILY || key.contains("/")) {
            throw malformed("/family", text, "use the key of a family, or a namespace of the Hub");
        }
        return key;
    }

    private static RepoId model(String field, String text) {
        return RepoId.find(text.strip())
                .filter(id -> id.owner().isPresent())
                .orElseThrow(() -> malformed(field, text, "write owner/name"));
    }

    private static Period on(String text) {
        try {
            return Period.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw malformed("/when", text, "write a day 2026-04-29, a month 2026-04, or two of them: 2026-04..2026-06");
        }
    }

    private static String text(String field, String given, boolean mayBeEmpty) {
        String text = given.strip();
        if (text.length() > LONGEST || text.isEmpty() && !mayBeEmpty) {
            throw malformed(
                    field, given, "write %s%d characters".formatted(mayBeEmpty ? "at most " : "1 to ", LONGEST));
        }
        return text;
    }

    static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
