package licet.registry.decision;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which models a list shows. Values of one facet are alternatives; facets, text and verdicts all have to hold.
 *
 * @param text part of owner, name, base, license or family; fewer than three letters find the beginning of owner or name
 * @param facets values by facet; a facet without an entry narrows nothing
 */
public record ModelFilter(Optional<String> text, Map<Facet, Set<String>> facets, AskedVerdicts verdicts) {
    public static final ModelFilter NONE = new ModelFilter(Optional.empty(), Map.of(), AskedVerdicts.ANY);

    public ModelFilter {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        facets.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Set.copyOf(values));
            }
        });
        facets = Map.copyOf(copy);
    }

    /** The same without one facet: what else could be chosen in it is counted over the others. */
    ModelFilter without(Facet facet) {
        var rest = new EnumMap<Facet, Set<String>>(Facet.class);
        facets.forEach((other, values) -> {
            if (other != facet) {
                rest.put(other, values);
            }
        });
        return new ModelFilter(text, rest, verdicts);
    }

    Set<String> valuesOf(Facet facet) {
        return facets.getOrDefault(facet, Set.of());
    }

    boolean allows(ListedProfile profile, Facet facet) {
        var wanted = valuesOf(facet);
        return wanted.isEmpty() || facet.valuesOf(profile).stream().anyMatch(wanted::contains);
    }
}
