package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the recorded Hub to a cited verdict over REST. */
class FirstStartTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final JsonMapper JSON = new JsonMapper();
    private static String token = "";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        token = REGISTRY.token(Scope.WRITE);
    }

    private static JsonNode get(String path, int status) throws IOException {
        var response = REGISTRY.get(path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static JsonNode verdict(String model, String deployment) throws IOException {
        return ask("{\"model\":\"%s\",\"deployment\":\"%s\"}".formatted(model, deployment));
    }

    private static JsonNode ask(String body) throws IOException {
        var response = REGISTRY.send(REGISTRY.request("/api/v1/verdicts")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static List<String> reasons(JsonNode verdict, String effect) {
        var ids = new ArrayList<String>();
        verdict.get("reasons").forEach(reason -> {
            if (reason.get("effect").asText().equals(effect)) {
                ids.add(reason.get("id").asText());
            }
        });
        return ids;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Qwen/Qwen2.5-32B-Instruct                  | eu-internal-tool       | ALLOW |
                    Qwen/Qwen2.5-32B-Instruct                  | large-customer-product | ALLOW |
                    Qwen/Qwen2.5-32B-Instruct                  | us-hosted-service      | ALLOW |
                    Qwen/Qwen2.5-72B-Instruct                  | eu-internal-tool       | ALLOW |
                    Qwen/Qwen2.5-72B-Instruct                  | large-customer-product | DENY  | qwen-license-2024-09-19/
                    meta-llama/Llama-4-Scout-17B-16E-Instruct  | eu-internal-tool       | DENY  | llama-4-aup/
                    meta-llama/Llama-3.3-70B-Instruct          | large-customer-product | DENY  | llama-3.3-community/
                    mistralai/Mistral-Medium-3.5-128B          | large-customer-product | DENY  | mistral-medium-3.5-modified-mit/
                    mistralai/Mistral-Medium-3.5-128B          | eu-internal-tool       | ALLOW |
                    deepseek-ai/DeepSeek-R1-Distill-Llama-70B  | eu-internal-tool       | NEEDS | lineage/undeclared
                    deepseek-ai/DeepSeek-R1-Distill-Llama-70B  | us-hosted-service      | NEEDS | lineage/undeclared
                    deepseek-ai/DeepSeek-V3                    | eu-internal-tool       | ALLOW |
                    nobody/nothing-here                        | eu-internal-tool       | NEEDS | identification/
                    """)
    void the_verdict_is_cited(String model, String deployment, String answer, String reason) throws IOException {
        var verdict = verdict(model, deployment);
        assertThat(verdict.get("verdict").asText()).as(verdict.toPrettyString()).isEqualTo(answer);
        if (reason != null) {
            assertThat(reasons(verdict, answer)).as(verdict.toPrettyString()).anyMatch(id -> id.startsWith(reason));
        }
    }

    @Test
    void every_model_is_listed_with_an_answer_for_each_deployment() throws IOException {
        var page = get("/api/v1/models?limit=50", 200);
        assertThat(page.get("models")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(StreamSupport.stream(page.get("models").spliterator(), false))
                .allSatisfy(row -> assertThat(row.get("verdicts")).hasSize(3));
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat() throws IOException {
        for (var sort : ModelSort.values()) {
            var whole = names(get("/api/v1/models?limit=200&sort=" + sort.word(), 200));
            var paged = new ArrayList<String>();
            var next = "/api/v1/models?limit=3&sort=" + sort.word();
            while (!next.isEmpty()) {
                var page = get(next, 200);
                paged.addAll(names(page));
                next = page.has("next")
                        ? "/api/v1/models?limit=3&sort=" + sort.word() + "&cursor="
                                + page.get("next").asText()
                        : "";
            }
            assertThat(paged).as(sort.word()).isEqualTo(whole);
        }
    }

    private static List<String> names(JsonNode page) {
        return StreamSupport.stream(page.get("models").spliterator(), false)
                .map(row -> row.get("model").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "q=qwen, 16",
        "q=qw, 15",
        "license=apache-2.0, 18",
        "country=FR, 15",
        "verdict=DENY&deployment=eu-internal-tool, 12"
    })
    void filters_narrow_the_list(String query, int expected) throws IOException {
        assertThat(names(get("/api/v1/models?" + query, 200))).as(query).hasSize(expected);
    }

    @Test
    void the_detail_holds_evidence_lineage_snapshots_and_verdicts() throws IOException {
        var model = get("/api/v1/models/deepseek-ai/DeepSeek-R1-Distill-Llama-70B", 200);
        assertThat(model.at("/lineage/state").asText()).isEqualTo("undeclared");
        assertThat(model.at("/lineage/hints")).isNotEmpty();
        assertThat(model.at("/lineage/hints/0/at/line").asInt()).isPositive();
        assertThat(model.get("snapshots")).hasSize(1);
        assertThat(model.get("verdicts")).hasSize(3);
        assertThat(model.get("evidence")).isNotEmpty();
    }

    @Test
    void the_gate_refuses_with_the_whole_answer() throws IOException {
        var refused = get("/api/v1/gate/meta-llama/Llama-4-Scout-17B-16E-Instruct?deployment=eu-internal-tool", 403);
        assertThat(refused.get("permitted").asBoolean()).isFalse();
        assertThat(get("/api/v1/gate/Qwen/Qwen2.5-32B-Instruct?deployment=eu-internal-tool", 200)
                        .get("permitted")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/models/nobody/nothing-here, 404, model",
        "/api/v1/models/no%20body/x, 400, model",
        "/api/v1/gate/Qwen/Qwen2.5-32B-Instruct?deployment=nowhere, 400, deployment",
        "/api/v1/gate/Qwen/Qwen2.5-32B-Instruct, 400, deployment",
        "/api/v1/gate/Qwen/Qwen2.5-32B-Instruct?deployment=eu-internal-tool&revision=dev, 403, dev",
        "/api/v1/gate/Qwen/Qwen2.5-32B-Instruct?deployment=eu-internal-tool&revision=a..b, 400, revision",
        "/api/v1/models?sort=color, 400, sort",
        "/api/v1/models?limit=0, 400, limit",
        "/api/v1/models?limit=many, 400, limit",
        "/api/v1/models?cursor=garbage, 400, cursor",
        "/api/v1/models?verdict=MAYBE, 400, verdict"
    })
    void bad_input_is_named(String path, int status, String named) throws IOException {
        assertThat(get(path, status).toString()).contains(named);
    }
}
