package licet.registry.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import licet.registry.testing.RouteTable;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTableTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final String COOKIE = "licet-session=" + REGISTRY.session();

    static List<RouteTable.Route> routes() {
        return RouteTable.of(REGISTRY.context());
    }

    static Stream<RouteTable.Route> productRoutes() {
        return routes().stream().filter(route -> !route.path().contains("/probe/"));
    }

    @Test
    void whatIsOpenHereIsHealthPublicKeysAndWhatBringsItsOwnProof() {
        assertThat(productRoutes().filter(route -> route.rule() instanceof AccessRule.Open))
                .extracting(RouteTable.Route::path)
                .containsOnly(
                        "/health",
                        "/webhooks/huggingface",
                        "/calendar/feeds/1.ics",
                        "/calendar/feeds/1.atom",
                        "/.well-known/jwks.json",
                        "/.well-known/licet-keys.pem",
                        "/api/v1/attestations/1");
    }

    @ParameterizedTest
    @MethodSource("productRoutes")
    void everyRouteDeclaresItsCallersInTheWayOfItsPlace(RouteTable.Route route) {
        assertThat(route.rule()).isNotInstanceOf(AccessRule.Undeclared.class);
        if (route.rule() instanceof AccessRule.Known known) {
            assertThat(known.scopes().isEmpty()).as("scopes are for /api only").isEqualTo(!route.isApi());
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyGetsAnAnswerFromAClosedRoute(RouteTable.Route route) {
        if (!(route.rule() instanceof AccessRule.Open)) {
            var answer = REGISTRY.send(knock(route));
            assertThat(answer.statusCode()).isIn(route.isApi() ? List.of(401) : List.of(303, 401));
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aSessionOpensNothingUnderApi(RouteTable.Route route) {
        if (route.isApi() && !(route.rule() instanceof AccessRule.Open)) {
            assertThat(REGISTRY.send(knock(route).header("Cookie", COOKIE)).statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aTokenOpensNoPage(RouteTable.Route route) {
        if (!route.isApi() && !(route.rule() instanceof AccessRule.Open)) {
            var bearer = "Bearer " + REGISTRY.token(Scope.WRITE);
            assertThat(REGISTRY.send(knock(route).header("Authorization", bearer))
                            .statusCode())
                    .isIn(303, 401);
        }
    }

    @Test
    void theTableKnowsTheRoutes() {
        assertThat(routes()).extracting(RouteTable.Route::toString).contains("GET /health", "GET /api/v1/ping");
    }

    private static HttpRequest.Builder knock(RouteTable.Route route) {
        return REGISTRY.request(route.path())
                .header("Content-Type", "application/json")
                .method(route.method().name(), HttpRequest.BodyPublishers.noBody());
    }
}
