package licet.web.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import licet.registry.decision.ListAddress;

/** Addresses of the catalog that can be sent to somebody else. */
final class CatalogAddress {
    static final String PAGE = "/";

    private CatalogAddress() {}

    static String of(Map<String, List<String>> parameters) {
        return of(PAGE, parameters);
    }

    static String of(String path, Map<String, List<String>> parameters) {
        return parameters.isEmpty() ? path : path + "?" + ListAddress.query(parameters);
    }

    static Map<String, List<String>> with(Map<String, List<String>> parameters, String name, String value) {
        var all = new LinkedHashMap<>(parameters);
        all.put(name, List.of(value));
        return all;
    }

    /** The same without one value of a parameter. */
    static Map<String, List<String>> without(Map<String, List<String>> parameters, String name, String value) {
        var all = new LinkedHashMap<>(parameters);
        all.computeIfPresent(name, (_, values) -> {
            var rest = new ArrayList<>(values);
            rest.remove(value);
            return rest;
        });
        all.values().removeIf(List::isEmpty);
        return all;
    }
}
