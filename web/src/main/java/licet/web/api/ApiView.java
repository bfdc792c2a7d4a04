package licet.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Routes that belong together, beside the names of all such groups.
 *
 * @param current the one that is shown
 */
public record ApiView(List<String> groups, String current, List<ApiRoute> routes) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String FIRST = "gate";

    public ApiView {
        groups = List.copyOf(groups);
        routes = List.copyOf(routes);
    }

    /** Empty where no group is called so. */
    public static Optional<ApiView> find(JsonNode document, String group) {
        var all = new TreeMap<String, List<ApiRoute>>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> all.computeIfAbsent(
                                        method.getValue().path("tags").path(0).asText(), _ -> new ArrayList<>())
                                .add(ApiRoute.of(document, path.getKey(), method.getKey(), method.getValue()))));
        return Optional.ofNullable(all.get(group)).map(routes -> new ApiView(List.copyOf(all.keySet()), group, routes));
    }

    static Optional<ApiView> first(JsonNode document) {
        return find(document, FIRST);
    }
}
