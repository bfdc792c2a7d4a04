package licet.web.catalog;

import java.util.Optional;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.ModelQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of the catalog page as they came; an empty one means any. */
record CatalogRequest(
        String q, String license, String country, String verdict, String deployment, String sort, String cursor) {
    static String orEmpty(@Nullable String parameter) {
        return parameter == null ? "" : parameter.strip();
    }

    /** Throws the problem that names what is wrong and what to send instead. */
    ModelQuery query() {
        var order = ModelParameters.sort(sort);
        return new ModelQuery(
                ModelParameters.given(q),
                ModelParameters.given(license),
                ModelParameters.given(country),
                ModelParameters.answer(verdict),
                deploymentGiven().map(ModelParameters::deployment),
                order,
                ModelParameters.cursor(cursor, order),
                ModelQuery.DEFAULT_LIMIT);
    }

    private Optional<String> deploymentGiven() {
        return ModelParameters.given(deployment);
    }
}
