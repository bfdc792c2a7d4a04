package licet.web.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The rows, and the ways on from them.
 *
 * @param deployments one verdict column each
 * @param next address of the following rows
 * @param first address of the first rows, when these are not the first
 * @param csv the whole list as a file
 * @param json the whole list as a file
 */
public record CatalogList(
        List<CatalogView.Column> deployments,
        List<CatalogView.Row> rows,
        CatalogView.Count count,
        Optional<String> next,
        Optional<String> first,
        String csv,
        String json) {
    public CatalogList {
        deployments = List.copyOf(deployments);
        rows = List.copyOf(rows);
    }
}
