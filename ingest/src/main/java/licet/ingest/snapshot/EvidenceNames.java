package licet.ingest.snapshot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoPath;

/** Which files of a repository are evidence, by name, from {@code evidence-names.yaml}. */
final class EvidenceNames {
    private static final String CARD = "readme.md";
    private static final String CONFIG = "config.json";
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z][A-Za-z0-9]{0,15})$");

    private final List<Rule> rules;
    private final List<String> extensions;

    private EvidenceNames(List<Rule> rules, List<String> extensions) {
        this.rules = List.copyOf(rules);
        this.extensions = List.copyOf(extensions);
    }

    private record Rule(EvidenceFile.Kind kind, Pattern name) {}

    static EvidenceNames shipped() {
        var data = DataFile.read("evidence-names.yaml");
        List<Rule> rules = List.of(
                rule(data, EvidenceFile.Kind.USE_POLICY, "use_policy"),
                rule(data, EvidenceFile.Kind.NOTICE, "notice"),
                rule(data, EvidenceFile.Kind.LICENSE, "license"));
        return new EvidenceNames(rules, data.texts("extensions"));
    }

    Optional<EvidenceFile.Kind> find(RepoPath path) {
        String name = path.name().toLowerCase(Locale.ROOT);
        if (path.depth() == 1 && name.equals(CARD)) {
            return Optional.of(EvidenceFile.Kind.CARD);
        }
        if (path.depth() == 1 && name.equals(CONFIG)) {
            return Optional.of(EvidenceFile.Kind.CONFIG);
        }
        return isDocument(name) ? byRule(name) : Optional.empty();
    }

    /** For a path that must not be asked for: what its last part would be. */
    Optional<EvidenceFile.Kind> findUnsafe(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        return isDocument(lower) ? byRule(lower) : Optional.empty();
    }

    private Optional<EvidenceFile.Kind> byRule(String name) {
        return rules.stream()
                .filter(rule -> rule.name().matcher(name).find())
                .map(Rule::kind)
                .findFirst();
    }

    /** A version such as {@code LICENSE-2.0} ends in no extension. */
    private boolean isDocument(String name) {
        var extension = EXTENSION.matcher(name);
        return !extension.find() || extensions.contains(extension.group(1));
    }

    private static Rule rule(DataFile data, EvidenceFile.Kind kind, String key) {
        return new Rule(kind, Pattern.compile(String.join("|", data.texts(key))));
    }
}
