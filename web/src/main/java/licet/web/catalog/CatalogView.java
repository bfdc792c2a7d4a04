package licet.web.catalog;

import java.util.List;
import java.util.Optional;
import licet.registry.platform.problem.FieldError;
import licet.rules.release.ReleaseDate;
import licet.web.layout.FormProblem;

/**
 * Everything that the catalog page shows.
 *
 * @param facets empty where the page that asks keeps those that it has
 * @param wrong parameters of the address that could not be understood
 * @param problems of the forms about chosen models and kept views
 * @param read a model that the words name and that could be read, {@code owner/name}
 */
public record CatalogView(
        CatalogSearch search,
        List<FacetView> facets,
        CatalogList list,
        Selection selection,
        KeptViews views,
        List<FieldError> wrong,
        List<FormProblem> problems,
        Optional<String> read) {
    public CatalogView {
        facets = List.copyOf(facets);
        wrong = List.copyOf(wrong);
        problems = List.copyOf(problems);
    }

    public boolean isEmpty() {
        return list.rows().isEmpty();
    }

    public Optional<String> problem(String field) {
        return FormProblem.find(problems, field);
    }

    /** @param more whether there are more than counted */
    public record Count(long number, boolean more) {}

    public record Column(String key, String name) {}

    /**
     * One model.
     *
     * @param choice what stands for it where models are chosen
     * @param imported whether somebody brought it instead of the Hub
     * @param href its page
     * @param stated whether only somebody states that it exists
     */
    public record Row(
            String owner,
            String name,
            String choice,
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
