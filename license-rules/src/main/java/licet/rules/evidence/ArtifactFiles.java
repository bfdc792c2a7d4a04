package licet.rules.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Of which artifacts a license file speaks, by its name. */
public final class ArtifactFiles {
    private final List<Compiled> rules;

    public ArtifactFiles(List<Rule> rules) {
        this.rules = rules.stream().map(Compiled::of).toList();
    }

    /**
     * One line of the table.
     *
     * @param pattern with {@code *} for anything; case and the signs between words do not matter
     */
    public record Rule(String pattern, Set<Artifact> artifacts) {
        public Rule {
            artifacts = Set.copyOf(artifacts);
        }
    }

    private record Compiled(Pattern pattern, Set<Artifact> artifacts) {
        static Compiled of(Rule rule) {
            String regex = Pattern.quote(normal(rule.pattern())).replace("*", "\\E.*\\Q");
            return new Compiled(Pattern.compile(regex), rule.artifacts());
        }
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ .]+", "-").replace("licence", "license");
    }

    /** The artifacts of a specific file; nothing for a file that may speak of any. */
    public Optional<Set<Artifact>> find(String path) {
        String normal = normal(path);
        return rules.stream()
                .filter(rule -> rule.pattern().matcher(normal).matches())
                .map(Compiled::artifacts)
                .findFirst();
    }
}
