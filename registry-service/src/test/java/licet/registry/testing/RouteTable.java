package licet.registry.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Comparator;
import java.util.List;
import licet.registry.platform.http.AccessRule;

/** Every route of a running server with what it asks of callers, as the router itself knows them. */
public final class RouteTable {
    private RouteTable() {}

    /**
     * One line.
     *
     * @param path with an example in place of each variable
     */
    public record Route(HttpMethod method, String path, AccessRule rule) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        public boolean isApi() {
            return path.startsWith("/api/");
        }
    }

    public static List<Route> of(ApplicationContext context) {
        return context.getBean(Router.class)
                .uriRoutes()
                .map(RouteTable::route)
                .distinct()
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static Route route(UriRouteInfo<?, ?> info) {
        var path = info.getUriMatchTemplate()
                .toPathString()
                .replaceAll("\\{[^}]*}", "1")
                .replaceAll("//+", "/");
        return new Route(info.getHttpMethod(), path, AccessRule.of(info));
    }
}
