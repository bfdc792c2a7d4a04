package licet.web.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The ways in which repositories name models, out of {@code patterns.yaml}. */
record ScanPatterns(List<ScanPattern> all, Set<String> notOwners, List<String> notNames) {
    static ScanPatterns load() {
        try (InputStream in = Objects.requireNonNull(ScanPatterns.class.getResourceAsStream("patterns.yaml"))) {
            return read((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ScanPatterns read(Map<?, ?> root) {
        var patterns = ((List<?>) Objects.requireNonNull(root.get("patterns")))
                .stream().map(each -> pattern((Map<?, ?>) each)).toList();
        return new ScanPatterns(patterns, Set.copyOf(words(root, "not-owners")), words(root, "not-names"));
    }

    private static ScanPattern pattern(Map<?, ?> given) {
        return ScanPattern.of(
                String.valueOf(given.get("id")), words(given, "files"), String.valueOf(given.get("regex")));
    }

    private static List<String> words(Map<?, ?> given, String field) {
        return ((List<?>) Objects.requireNonNull(given.get(field), field))
                .stream().map(String::valueOf).toList();
    }

    boolean isModel(String written) {
        String owner = written.substring(0, written.indexOf('/')).toLowerCase(Locale.ROOT);
        String lower = written.toLowerCase(Locale.ROOT);
        return !notOwners.contains(owner) && notNames.stream().noneMatch(lower::endsWith);
    }
}
