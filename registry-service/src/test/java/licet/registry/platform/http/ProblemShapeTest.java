package licet.registry.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemShapeTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final String WRITER = REGISTRY.token(Scope.WRITE);
    private static final String READER = REGISTRY.token(Scope.READ);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /api/v1/nothing            |                  |               | 404 | no-such-address
                    GET    | /api/probe/missing         |                  |               | 404 | not-found
                    POST   | /api/v1/ping               | application/json | {}            | 405 | method-not-allowed
                    GET    | /api/probe/numbers/seven   |                  |               | 400 | malformed
                    GET    | /api/probe/query           |                  |               | 400 | malformed
                    POST   | /api/probe/orders          | application/json | {"amount":    | 400 | malformed
                    POST   | /api/probe/orders          | application/json | {"amount":"x"} | 400 | malformed
                    POST   | /api/probe/orders          | application/json | []            | 400 | malformed
                    POST   | /api/probe/orders          | application/xml  | <a/>          | 415 | unsupported-media-type
                    GET    | /api/probe/undeclared      |                  |               | 403 | forbidden
                    GET    | /api/probe/scopeless       |                  |               | 403 | forbidden
                    GET    | /api/probe/fault           |                  |               | 500 | fault
                    GET    | /api/probe/outage          |                  |               | 503 | unavailable
                    """)
    void everyRefusalUnderApiIsAProblemDocument(
            String method, String path, String type, String body, int status, String key) {
        var request = REGISTRY.request(path)
                .header("Authorization", "Bearer " + WRITER)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        assertProblem(REGISTRY.send(request), status, key, path);
    }

    @Test
    void theDocumentSaysWhichFieldToMendAndHow() {
        var answer = REGISTRY.get("/api/probe/numbers/seven", READER);
        assertThat(answer.body())
                .contains("\"field\":\"number\"", "\"value\":\"seven\"", "\"mend\":")
                .contains("\"type\":\"urn:licet:problem:malformed\"", "\"status\":400")
                .contains("\"instance\":\"/api/probe/numbers/seven\"", "\"title\":", "\"detail\":");
    }

    @Test
    void refusalsCarryTheHeadersThatProgramsNeed() {
        var nobody = REGISTRY.send(REGISTRY.request("/api/v1/ping"));
        assertProblem(nobody, 401, "not-authenticated", "/api/v1/ping");
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"licet\"");
        var wrongMethod = REGISTRY.send(REGISTRY.request("/api/v1/ping")
                .header("Authorization", "Bearer " + READER)
                .DELETE());
        assertThat(wrongMethod.headers().firstValue("Allow").orElse("")).contains("GET");
        assertThat(REGISTRY.get("/api/probe/outage", READER).headers().firstValue("Retry-After"))
                .contains("2");
    }

    @Test
    void faultsTellNothingOfTheInside() {
        var answer = REGISTRY.get("/api/probe/fault", READER);
        assertThat(answer.body()).doesNotContain("nobody outside", "Exception", "licet.registry");
    }

    @Test
    void requestsOverTheLimitAreRefused() {
        var answer = REGISTRY.send(REGISTRY.request("/api/probe/orders")
                .header("Authorization", "Bearer " + WRITER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"amount\":\"" + "1".repeat(5_000_000) + "\"}")));
        assertProblem(answer, 413, "too-large", "/api/probe/orders");
    }

    @Test
    void anotherScopeIsNamedNotGranted() {
        var answer = REGISTRY.get("/api/probe/gate", READER);
        assertProblem(answer, 403, "forbidden", "/api/probe/gate");
        assertThat(answer.body()).contains("scope gate");
        assertThat(REGISTRY.get("/api/probe/gate", WRITER).statusCode()).isEqualTo(200);
        assertThat(REGISTRY.get("/api/probe/gate", REGISTRY.token(Scope.GATE)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void browsersGetAPage() {
        var answer = REGISTRY.send(REGISTRY.browse("/no%3Cb%3Ewhere", REGISTRY.session()));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.body()).contains("<h1>").doesNotContain("no<b>where");
    }

    @Test
    void everyAnswerIsGuarded() {
        var expected = Map.of(
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin");
        for (var path : List.of("/health", "/api/v1/ping", "/nowhere", "/api/probe/fault", "/assets/none.css")) {
            var headers = REGISTRY.get(path, READER).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            expected.forEach((name, value) ->
                    assertThat(headers.allValues(name)).as(path).containsExactly(value));
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String key, String path) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:licet:problem:" + key + "\"", "\"instance\":\"" + path + "\"");
    }
}
