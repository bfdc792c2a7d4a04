package licet.rules.release;

import java.util.List;
import java.util.Locale;
import licet.rules.Check;
import licet.rules.evidence.ModelId;

/**
 * Models that people follow as one.
 *
 * @param developer key of the developer in the jurisdiction data
 * @param generations names of families in the release data, the first published first
 * @param patterns {@code owner/*} or {@code owner/Beginning*}: what belongs to it, ignoring case
 */
public record ModelFamily(String key, String name, String developer, List<String> generations, List<String> patterns) {
    public ModelFamily {
        Check.notBlank(key, "key of a family");
        Check.notBlank(name, "name of the family " + key);
        generations = List.copyOf(generations);
        patterns = List.copyOf(patterns);
        for (String pattern : patterns) {
            Check.that(
                    pattern.indexOf('*') == pattern.length() - 1 && pattern.indexOf('/') > 0,
                    "%s: a pattern is owner/* or owner/Beginning*, not %s".formatted(key, pattern));
        }
    }

    boolean holds(ModelId model) {
        String name = model.value().toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> name.startsWith(beginning(pattern)));
    }

    /** What names of its models begin with, in lower case: to look for them in an index. */
    public List<String> beginnings() {
        return patterns.stream().map(ModelFamily::beginning).toList();
    }

    private static String beginning(String pattern) {
        return pattern.substring(0, pattern.length() - 1).toLowerCase(Locale.ROOT);
    }
}
