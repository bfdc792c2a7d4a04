package licet.ingest.hub;

import java.util.List;
import java.util.Optional;

/**
 * One page of the list of models.
 *
 * @param received items in the answer; more than {@code models} where some named no repository
 * @param next where the following page starts; empty at the end, and where a page would follow itself
 * @param size the page size that was asked for in the end: less than wanted where the Hub did not manage more in time
 */
public record ModelPage(List<ListedModel> models, int received, Optional<Cursor> next, int size) {
    public ModelPage {
        models = List.copyOf(models);
    }
}
