package licet.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.AccessRule;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.RouteTable;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the assembled product, from the router itself, against every way to knock. */
class AccessTableTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final String COOKIE = "licet-session=" + REGISTRY.session();
    private static final List<String> OPEN = List.of(
            "/health",
            "/sign-in",
            "/set-up",
            "/join/",
            "/assets",
            "/webhooks/",
            "/calendar/feeds/",
            "/.well-known/jwks.json",
            "/.well-known/licet-keys.pem",
            "/api/v1/attestations/");
    private static final String PROBLEM = "application/problem+json";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
    }

    static Stream<RouteTable.Route> routes() {
        return RouteTable.of(REGISTRY.context()).stream();
    }

    static Stream<RouteTable.Route> closed() {
        return routes().filter(route -> !(route.rule() instanceof AccessRule.Open));
    }

    static Stream<RouteTable.Route> api() {
        return closed().filter(RouteTable.Route::isApi);
    }

    @Test
    void onlyHealthSignInSetUpStaticFilesWebhooksAndWhatVerifiersNeedAreOpen() {
        assertThat(routes().filter(route -> route.rule() instanceof AccessRule.Open))
                .isNotEmpty()
                .allMatch(route -> OPEN.stream().anyMatch(route.path()::startsWith));
        assertThat(routes()).noneMatch(route -> route.rule() instanceof AccessRule.Undeclared);
    }

    @ParameterizedTest
    @MethodSource("closed")
    void strangersAreSentToSignInOrRefused(RouteTable.Route route) {
        var answer = REGISTRY.send(knock(route, route.method().name()));
        if (route.isApi()) {
            assertRefused(answer, 401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        } else if (route.method().name().equals("GET")) {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).startsWith("/sign-in"));
        } else {
            assertThat(answer.statusCode()).isIn(303, 401, 403);
        }
    }

    @ParameterizedTest
    @MethodSource("closed")
    void noOtherMethodIsAWayIn(RouteTable.Route route) {
        for (var method : List.of("HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "PROPFIND", "FROBNICATE")) {
            var answer = REGISTRY.send(knock(route, method));
            assertThat(answer.statusCode()).as(method + " " + route.path()).isIn(303, 400, 401, 403, 404, 405, 501);
        }
    }

    @ParameterizedTest
    @MethodSource("api")
    void underApiASessionIsNothing(RouteTable.Route route) {
        var request = knock(route, route.method().name()).header("Cookie", COOKIE);
        assertRefused(REGISTRY.send(request), 401);
    }

    @ParameterizedTest
    @MethodSource("api")
    void tokensOpenWhatTheirScopeSays(RouteTable.Route route) {
        var rule = (AccessRule.Known) route.rule();
        for (var scope : Scope.values()) {
            var request =
                    knock(route, route.method().name()).header("Authorization", "Bearer " + REGISTRY.token(scope));
            var answer = REGISTRY.send(request);
            boolean refused = answer.statusCode() == 401
                    || answer.statusCode() == 403
                            && answer.headers().firstValue("Content-Type").equals(java.util.Optional.of(PROBLEM));
            // A token of the host has no roles.
            boolean named = rule.scopes().contains(scope) && rule.roles().isEmpty();
            if (named || scope != Scope.WRITE) {
                assertThat(refused).as(scope + " at " + route).isEqualTo(!named);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("api")
    void aTokenThatNobodyIssuedIsNothing(RouteTable.Route route) {
        for (var proof : List.of("Bearer lct_made_up", "Bearer ", "Basic YTpi", "bearer", "Bearer \t")) {
            var request = knock(route, route.method().name()).header("Authorization", proof);
            assertRefused(REGISTRY.send(request), 401);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private static HttpRequest.Builder knock(RouteTable.Route route, String method) {
        return REGISTRY.request(route.path())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody());
    }
}
