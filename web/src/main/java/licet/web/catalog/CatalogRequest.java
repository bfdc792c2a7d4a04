package licet.web.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licet.registry.decision.ListAddress;
import licet.registry.decision.ModelFilters;
import licet.registry.decision.ModelQuery;
import licet.registry.decision.ModelSort;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;

/**
 * What the catalog page is asked for.
 *
 * @param query what could be understood of it
 * @param parameters the same as they stand in an address
 * @param wrong what could not be understood; then no list is shown, since it would be wider than asked for
 */
record CatalogRequest(ModelQuery query, Map<String, List<String>> parameters, List<FieldError> wrong) {
    private static final String VERDICT = "verdict";

    CatalogRequest {
        wrong = List.copyOf(wrong);
    }

    /** Whatever was sent. Each parameter that is wrong is left out and reported. */
    static CatalogRequest read(Map<String, List<String>> given, ModelFilters filters) {
        var left = new LinkedHashMap<>(given);
        var wrong = new ArrayList<FieldError>();
        while (true) {
            try {
                var query = filters.query(left);
                return new CatalogRequest(query, ListAddress.parameters(query.filter(), query.sort()), wrong);
            } catch (ProblemException refused) {
                if (!(refused.problem() instanceof RegistryProblem.Malformed(var errors))) {
                    throw refused;
                }
                wrong.addAll(errors);
                errors.forEach(error -> leaveOut(left, error.field()));
            }
        }
    }

    /** The same out of one text, as forms carry it along. */
    static CatalogRequest read(String query, ModelFilters filters) {
        try {
            return read(ListAddress.parse(query), filters);
        } catch (ProblemException refused) {
            var none = read(Map.of(), filters);
            return refused.problem() instanceof RegistryProblem.Malformed(var errors)
                    ? new CatalogRequest(none.query(), none.parameters(), errors)
                    : none;
        }
    }

    /** A deployment can be named by a verdict alone. */
    private static void leaveOut(Map<String, List<String>> given, String parameter) {
        if (given.remove(parameter) == null && given.remove(VERDICT) == null) {
            given.clear();
        }
    }

    /** Forms send every field; such an address would not be worth sharing. */
    static boolean isRoundabout(Map<String, List<String>> given) {
        return given.values().stream().flatMap(List::stream).anyMatch(String::isBlank)
                || given.getOrDefault("sort", List.of()).contains(ModelSort.NAME.word());
    }

    boolean isFirstPage() {
        return query.cursor().isEmpty();
    }
}
