package licet.web.catalog;

import java.util.List;
import java.util.Optional;
import licet.rules.release.ReleaseDate;

/**
 * Everything that the catalog page shows.
 *
 * @param deployments one verdict column each
 * @param next address of the following rows
 * @param first address of the first rows, when these are not the first
 */
public record CatalogView(
        CatalogFilters filters,
        List<Column> deployments,
        List<Row> rows,
        Count count,
        Optional<String> next,
        Optional<String> first) {
    public CatalogView {
        deployments = List.copyOf(deployments);
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** @param more whether there are more than counted */
    public record Count(long number, boolean more) {}

    public record Column(String key, String name) {}

    /**
     * One model.
     *
     * @param imported whether somebody brought it instead of the Hub
     * @param href its page
     * @param stated whether only somebody states that it exists
     */
    public record Row(
            String owner,
            String name,
            boolean imported,
            String href,
            Developer developer,
            LicenseShown license,
            Optional<ReleaseDate> released,
            Optional<Long> parameters,
            boolean stated,
            List<Mark> verdicts) {
        public Row {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** @param country code and name, absent when the developer's country is not known */
    public record Developer(String name, Optional<Country> country) {}

    public record Country(String code, String name) {}

    /**
     * @param title what the license is called, absent when nothing names one
     * @param state identification in lower case, for example {@code conflicting}
     */
    public record LicenseShown(Optional<String> title, String state) {}

    /** @param answer ALLOW, NEEDS or DENY; {@code deployment} for readers that do not see the column */
    public record Mark(String answer, String deployment, String href) {}
}
