package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.Cursor;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program sends wrongly is named with its field, its value and what to send instead. */
class BadRequestTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MODEL = "\"model\":\"Qwen/Qwen2.5-32B-Instruct\"";
    private static String token = "";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        token = REGISTRY.token(Scope.WRITE);
    }

    static Stream<Arguments> addresses() {
        String cursor = new Cursor("released", "not a date", 1).text();
        return Stream.of(
                arguments("models?sort=color", "sort", "color"),
                arguments("models?verdict=MAYBE", "verdict", "MAYBE"),
                arguments("models?limit=0", "limit", "0"),
                arguments("models?limit=201", "limit", "201"),
                arguments("models?limit=many", "limit", "many"),
                arguments("models?deployment=No%20Key", "deployment", "No Key"),
                arguments("models?cursor=garbage", "cursor", "garbage"),
                arguments("models?sort=released&cursor=" + cursor, "cursor", cursor),
                arguments("models/no%20body/x", "model", "no body/x"),
                arguments("models/..%2f..%2fetc/passwd", "model", "../../etc/passwd"),
                arguments("models/a--b/c", "model", "a--b/c"),
                arguments("gate/Qwen/Qwen2.5-32B-Instruct", "deployment", null),
                arguments("gate/Qwen/Qwen2.5-32B-Instruct?deployment=nowhere", "deployment", "nowhere"),
                arguments("gate/Qwen/Qwen2.5-32B-Instruct?deployment=A_B", "deployment", "A_B"),
                arguments("gate/Qwen/x?deployment=eu-internal-tool&revision=..", "revision", ".."));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void inTheAddress(String path, String field, String value) throws IOException {
        assertNamed(REGISTRY.get("/api/v1/" + path, token), field, value);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("", "/"),
                arguments("{", "/"),
                arguments("[]", "/"),
                arguments("\"text\"", "/"),
                arguments("{} {}", "/"),
                arguments("{\"model\":\"a/b\",\"model\":\"c/d\"}", "/"),
                arguments("{}", "/model"),
                arguments("{\"model\":null}", "/model"),
                arguments("{\"model\":7}", "/model"),
                arguments("{\"model\":\"a b\",\"deployment\":\"eu-internal-tool\"}", "model"),
                arguments("{" + MODEL + "}", "/deployment"),
                arguments("{" + MODEL + ",\"deployment\":\"nowhere\"}", "deployment"),
                arguments("{" + MODEL + ",\"deployment\":7}", "deployment"),
                arguments("{" + MODEL + ",\"deployment\":[]}", "deployment"),
                arguments("{" + MODEL + ",\"deployment\":{}}", "deployment"),
                arguments("{" + MODEL + ",\"deployment\":{\"frob\":1}}", "deployment"),
                arguments("{" + MODEL + ",\"deployment\":{\"key\":{\"a\":[]}}}", "deployment"),
                arguments("{" + MODEL + ",\"deployment\":\"eu-internal-tool\",\"frob\":1}", "/frob"),
                arguments("{" + MODEL + ",\"deployment\":\"eu-internal-tool\",\"revision\":[]}", "/revision"),
                arguments("[".repeat(100_000), "/"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void inTheBody(String body, String field) throws IOException {
        assertNamed(ask("application/json", body), field, null);
    }

    private static HttpResponse<String> ask(String type, String body) {
        return REGISTRY.send(REGISTRY.request("/api/v1/verdicts")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void assertNamed(HttpResponse<String> answer, String field, String value) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var error = JSON.readTree(answer.body()).at("/errors/0");
        if (!field.equals("/")) {
            assertThat(error.path("field").asText()).as(answer.body()).isEqualTo(field);
        }
        assertThat(error.path("mend").asText()).as(answer.body()).isNotBlank();
        if (value != null) {
            assertThat(error.path("value").asText()).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/models/nobody/nothing-here, 404",
        "/api/v1/frobnicate, 404",
        "/api/v1/models?q=%00, 200",
        "/api/v1/models?license=%00, 400",
        "/api/v1/models?q=%25_%5C, 200",
        "/api/v1/models?country=nowhere, 400"
    })
    void unknownIsNoFault(String path, int status) {
        assertThat(REGISTRY.get(path, token).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 415", "application/xml, 415"})
    void mediaTypesAreChecked(String type, int status) {
        var answer = ask(type, "{}");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
