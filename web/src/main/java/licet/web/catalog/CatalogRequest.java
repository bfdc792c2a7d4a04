package licet.web.catalog;

import java.util.List;
import java.util.Map;
import licet.registry.decision.ModelFilters;
import licet.registry.decision.ModelQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of the catalog page as they came; an empty one means any. */
record CatalogRequest(
        String q, String license, String country, String verdict, String deployment, String sort, String cursor) {
    static String orEmpty(@Nullable String parameter) {
        return parameter == null ? "" : parameter.strip();
    }

    /** Throws the problem that names what is wrong and what to send instead. */
    ModelQuery query(ModelFilters filters) {
        return filters.query(Map.of(
                "q", List.of(q),
                "license", List.of(license),
                "country", List.of(country),
                "verdict", List.of(verdict),
                "deployment", List.of(deployment),
                "sort", List.of(sort),
                "cursor", List.of(cursor)));
    }
}
