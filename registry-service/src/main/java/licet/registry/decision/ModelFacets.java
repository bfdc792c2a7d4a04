package licet.registry.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many models each choice would leave, all others given. Counts are of a moment ago where models are very many.
 *
 * @param counted false where a text or a namespace is asked for: that is no property of profiles, and nothing is counted
 * @param facets counts by the word of the facet, the most frequent first
 * @param verdicts counts by deployment and answer
 */
public record ModelFacets(boolean counted, Map<String, List<Count>> facets, Map<String, Map<String, Long>> verdicts) {
    static final ModelFacets UNCOUNTED = new ModelFacets(false, Map.of(), Map.of());

    public ModelFacets {
        facets = Map.copyOf(facets);
        verdicts = Map.copyOf(verdicts);
    }

    public record Count(String value, long models) {}

    public Optional<Long> find(Facet facet, String value) {
        return facets.getOrDefault(facet.word(), List.of()).stream()
                .filter(count -> count.value().equals(value))
                .map(Count::models)
                .findFirst();
    }
}
