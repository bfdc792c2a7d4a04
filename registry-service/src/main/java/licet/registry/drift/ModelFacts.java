package licet.registry.drift;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one look at a model saw. A part that this look could not see is empty and is compared with nothing.
 *
 * @param name as the Hub spells it
 * @param licenses declared, in any order
 * @param texts license, notice and policy files by path with the SHA-256 of their content in hex; without a hash where
 *     the file is there and could not be read
 * @param weights files of weights by path, likewise
 * @param bases declared, each as {@code relation:owner/name}, in any order
 * @param gated {@code none}, {@code auto}, {@code manual} or {@code unknown}
 * @param missing whether the Hub did not have it at that time
 */
public record ModelFacts(
        String name,
        Optional<List<String>> licenses,
        Optional<Map<String, Optional<String>>> texts,
        Optional<Map<String, Optional<String>>> weights,
        Optional<List<String>> bases,
        String gated,
        boolean disabled,
        boolean missing) {
    public ModelFacts {
        licenses = licenses.map(ModelFacts::set);
        texts = texts.map(Map::copyOf);
        weights = weights.map(Map::copyOf);
        bases = bases.map(ModelFacts::set);
    }

    /** The same model, denied by the Hub. */
    public ModelFacts gone() {
        return new ModelFacts(name, licenses, texts, weights, bases, gated, disabled, true);
    }

    /** The same model, taken down. */
    public ModelFacts takenDown() {
        return new ModelFacts(name, licenses, texts, weights, bases, gated, true, missing);
    }

    private static List<String> set(List<String> values) {
        return values.stream().distinct().sorted().toList();
    }
}
