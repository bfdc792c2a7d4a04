package licet.registry.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.LocalCatalog;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Cursor;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Answer;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of requests about models; what is wrong is named with its mend. */
public final class ModelParameters {
    private static final Set<String> HUBS =
            Arrays.stream(HubMode.values()).map(HubMode::source).collect(Collectors.toUnmodifiableSet());

    private ModelParameters() {}

    public static RepoId model(String owner, String name) {
        return model(owner + "/" + name);
    }

    public static RepoId model(String id) {
        return RepoId.find(id)
                .orElseThrow(() -> malformed(
                        "model", id, "write owner/name with letters, digits, '-', '_' and '.', at most 96 each"));
    }

    /**
     * Nothing, or {@code main}, means the newest on record. Which commit another branch or a tag names is not on record,
     * and answering it with the newest would permit what nobody judged.
     */
    public static Revision revision(@Nullable String revision) {
        if (revision == null || revision.isBlank()) {
            return Revision.MAIN;
        }
        String mend = "name the commit by its 40 hexadecimal digits, or main";
        var parsed = parse(revision, mend);
        if (!parsed.isCommit() && !parsed.equals(Revision.MAIN)) {
            throw malformed("revision", revision, mend);
        }
        return parsed;
    }

    /** Nothing means the Hub's model of a name; the imported one is meant only when somebody says so. */
    public static boolean isLocal(@Nullable String source) {
        return given(source)
                .map(word -> {
                    if (!word.equals(LocalCatalog.SOURCE) && !HUBS.contains(word)) {
                        throw malformed("source", word, "write local for the imported model, or leave it out");
                    }
                    return word.equals(LocalCatalog.SOURCE);
                })
                .orElse(false);
    }

    /** As a verdict calls a state of an imported model, or the commit alone; empty for what stands for it now. */
    static Optional<String> localRevision(@Nullable String revision) {
        return given(revision)
                .filter(word -> !word.equals(Revision.MAIN.value()))
                .map(LocalCatalog::revision);
    }

    /** A commit, a branch or a tag. */
    static Revision anyRevision(String revision) {
        return parse(revision, "name a commit by its 40 hexadecimal digits, a branch or a tag");
    }

    private static Revision parse(String revision, String mend) {
        try {
            return Revision.parse(revision);
        } catch (IllegalArgumentException e) {
            throw malformed("revision", revision, mend);
        }
    }

    public static DeploymentKey deployment(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw malformed(
                    "deployment", key, "name the deployment that asks, for example ?deployment=eu-internal-tool");
        }
        try {
            return new DeploymentKey(key);
        } catch (IllegalArgumentException e) {
            throw malformed("deployment", key, "write a key of lower-case letters, digits and '-'");
        }
    }

    public static ModelSort sort(@Nullable String word) {
        return word == null || word.isBlank()
                ? ModelSort.NAME
                : ClosedChoice.find(ModelSort.class, word)
                        .orElseThrow(
                                () -> malformed("sort", word, "use one of " + ClosedChoice.words(ModelSort.class)));
    }

    public static Optional<Cursor> cursor(@Nullable String text, ModelSort sort) {
        return given(text)
                .map(cursor -> Cursor.parse(cursor, sort.word())
                        .filter(parsed -> Optional.ofNullable(parsed.value())
                                .map(sort::accepts)
                                .orElse(true))
                        .orElseThrow(() ->
                                malformed("cursor", cursor, "use the cursor of the page before, with the same sort")));
    }

    public static Optional<Answer> answer(@Nullable String answer) {
        return given(answer)
                .map(word -> Arrays.stream(Answer.values())
                        .filter(known -> known.name().equalsIgnoreCase(word))
                        .findFirst()
                        .orElseThrow(() -> malformed("verdict", word, "use one of ALLOW, NEEDS, DENY")));
    }

    public static int limit(@Nullable Integer limit) {
        return limit == null ? ModelQuery.DEFAULT_LIMIT : limit(limit.toString());
    }

    static int limit(String limit) {
        int number = limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > ModelQuery.MAX_LIMIT) {
            throw malformed("limit", limit, "use a number from 1 to " + ModelQuery.MAX_LIMIT);
        }
        return number;
    }

    /** A path inside a repository, as its files are listed. */
    public static String path(@Nullable String path) {
        return given(path).orElseThrow(() -> malformed("path", path, "name a file, for example ?path=LICENSE"));
    }

    /** In lower case, as hashes are kept. */
    static String sha256(String text) {
        String hash = text.strip().toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{64}")) {
            throw malformed("sha256", text, "give the SHA-256 of the file: 64 hexadecimal digits");
        }
        return hash;
    }

    public static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }
}
