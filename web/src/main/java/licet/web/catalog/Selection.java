package licet.web.catalog;

import java.util.List;
import java.util.Set;

/**
 * What can be done with some models of the list.
 *
 * @param list this page of the list, to come back to it
 * @param chosen models that are ticked
 * @param deployments for which models can be compared
 */
public record Selection(String list, Set<String> chosen, List<CatalogSearch.Choice> deployments) {
    /** As many columns as somebody can hold against each other. */
    public static final int MOST_COMPARED = 10;

    public Selection {
        chosen = Set.copyOf(chosen);
        deployments = List.copyOf(deployments);
    }

    public boolean has(String model) {
        return chosen.contains(model);
    }
}
