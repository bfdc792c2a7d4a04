package licet.registry.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models side by side over REST. */
class ComparisonTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TEN = List.of(
            "Qwen/Qwen2.5-32B-Instruct",
            "Qwen/Qwen2.5-72B-Instruct",
            "deepseek-ai/DeepSeek-R1-Distill-Llama-70B",
            "deepseek-ai/DeepSeek-V3",
            "deepseek-ai/DeepSeek-V4-Pro",
            "google/gemma-3-27b-it",
            "meta-llama/Llama-3.3-70B-Instruct",
            "meta-llama/Llama-4-Scout-17B-16E-Instruct",
            "mistralai/Codestral-22B-v0.1",
            "tencent/Hunyuan-A13B-Instruct");
    private static String token = "";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        token = REGISTRY.token(Scope.READ);
    }

    private static JsonNode get(String path, int status) throws IOException {
        var response = REGISTRY.get(path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static String address(String deployment, List<String> models) {
        return "/api/v1/compare?deployment=" + deployment
                + models.stream().map(model -> "&model=" + model).collect(Collectors.joining());
    }

    private static JsonNode alone(String model, String deployment) throws IOException {
        String body = "{\"model\":\"%s\",\"deployment\":\"%s\"}".formatted(model, deployment);
        var response = REGISTRY.send(REGISTRY.request("/api/v1/verdicts")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-internal-tool", "large-customer-product", "us-hosted-service"})
    void every_column_says_what_the_model_alone_is_told(String deployment) throws IOException {
        var comparison = get(address(deployment, TEN), 200);
        assertThat(comparison.at("/deployment/key").asText()).isEqualTo(deployment);
        assertThat(comparison.get("models")).hasSize(TEN.size());
        for (int i = 0; i < TEN.size(); i++) {
            var column = comparison.get("models").get(i);
            var verdict = alone(TEN.get(i), deployment);
            var opinion = column.get("opinion");
            assertThat(column.get("model").asText()).isEqualTo(TEN.get(i));
            assertThat(opinion.get("answer")).as(TEN.get(i)).isEqualTo(verdict.get("verdict"));
            assertThat(opinion.get("sentence")).isEqualTo(verdict.get("sentence"));
            assertThat(opinion.get("questions")).isEqualTo(verdict.get("questions"));
            assertThat(each(opinion.get("reasons")))
                    .containsExactlyElementsOf(each(verdict.get("reasons"))
                            .filter(reason -> List.of("DENY", "NEEDS")
                                    .contains(reason.get("effect").asText()))
                            .toList());
            assertThat(duties(comparison, TEN.get(i))).isEqualTo(duties(verdict));
        }
    }

    /** Due and conditional duties that name the model, in words. */
    private static List<String> duties(JsonNode comparison, String model) {
        return each(comparison.get("obligations"))
                .filter(duty ->
                        each(duty.get("models")).anyMatch(one -> one.asText().equals(model)))
                .map(duty -> duty.get("text").asText() + duty.path("condition").asText())
                .sorted()
                .toList();
    }

    private static List<String> duties(JsonNode verdict) {
        return Stream.of("obligations", "conditionalObligations")
                .flatMap(field -> each(verdict.get(field)))
                .map(duty -> duty.get("text").asText() + duty.path("condition").asText())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void what_differs_is_named_and_what_does_not_is_not() throws IOException {
        var two = get(
                address(
                        "large-customer-product",
                        List.of("Qwen/Qwen2.5-32B-Instruct", "meta-llama/Llama-3.3-70B-Instruct")),
                200);
        assertThat(each(two.get("differing")).map(JsonNode::asText))
                .contains("answer", "reasons", "license", "class", "developer", "country", "size")
                .doesNotContain("modality", "tier");
        assertThat(get(address("large-customer-product", List.of("Qwen/Qwen2.5-32B-Instruct")), 200)
                        .get("differing"))
                .isEmpty();
        var llama = two.get("models").get(1);
        assertThat(llama.at("/license/candidates/0").asText()).isEqualTo("llama-3.3-community");
        assertThat(llama.at("/license/classes/0").asText()).isEqualTo("community");
        assertThat(llama.at("/country").asText()).isEqualTo("US");
        assertThat(llama.at("/released").asText()).isEqualTo("2024-12-06");
        assertThat(llama.at("/opinion/reasons/0/clause/document").asText()).isEqualTo("llama-3.3-community");
        assertThat(two.at("/models/0/lineage/bases/0/model").asText()).isEqualTo("Qwen/Qwen2.5-32B");
    }

    @Test
    void what_all_have_to_do_stands_once() throws IOException {
        var two = get(
                address("us-hosted-service", List.of("meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.3-70B-Instruct")),
                200);
        var shared = each(two.get("obligations"))
                .filter(duty -> duty.get("shared").asBoolean())
                .toList();
        assertThat(shared)
                .isNotEmpty()
                .allSatisfy(duty -> assertThat(duty.get("models")).hasSize(2));
        assertThat(each(two.get("obligations")).map(duty -> duty.get("text").asText() + duty.path("condition")))
                .as("each thing to do stands once, whichever clauses ask for it")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_revision_on_record_can_be_named() throws IOException {
        String commit = get("/api/v1/models/Qwen/QwQ-32B", 200).get("revision").asText();
        var one = get(address("eu-internal-tool", List.of("Qwen/QwQ-32B@" + commit)), 200);
        assertThat(one.at("/models/0/revision").asText()).isEqualTo(commit);
        var refused = get(address("eu-internal-tool", List.of("Qwen/QwQ-32B", "Qwen/QwQ-32B@" + commit)), 400);
        assertThat(refused.at("/errors/0/mend").asText()).contains("once");
    }

    static Stream<Arguments> wrong() {
        String eleven = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> "&model=nobody/n" + i)
                .collect(Collectors.joining());
        String good = "&model=Qwen/QwQ-32B";
        return Stream.of(
                arguments("?model=a/b", List.of("deployment"), List.of("")),
                arguments("?deployment=nowhere" + good, List.of("deployment"), List.of("nowhere")),
                arguments("?deployment=eu-internal-tool", List.of("model"), List.of("")),
                arguments("?deployment=eu-internal-tool&model=", List.of("model"), List.of("")),
                arguments("?deployment=eu-internal-tool" + eleven, List.of("model"), List.of("11")),
                arguments(
                        "?deployment=eu-internal-tool&model=no%20name" + good + "&model=nobody/nothing"
                                + "&model=local:Qwen/QwQ-32B&model=Qwen/QwQ-32B@dev" + "&model=Qwen/QwQ-32B@"
                                + "0".repeat(40) + "&model=qwen/qwq-32b",
                        List.of("model", "model", "model", "model", "model", "model"),
                        List.of(
                                "no name",
                                "nobody/nothing",
                                "local:Qwen/QwQ-32B",
                                "Qwen/QwQ-32B@dev",
                                "Qwen/QwQ-32B@" + "0".repeat(40),
                                "qwen/qwq-32b")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_cannot_be_compared_is_named_one_by_one(String query, List<String> fields, List<String> values)
            throws IOException {
        var errors = each(get("/api/v1/compare" + query, 400).get("errors")).toList();
        assertThat(errors.stream().map(error -> error.get("field").asText())).containsExactlyElementsOf(fields);
        assertThat(errors.stream().map(error -> error.path("value").asText(""))).containsExactlyElementsOf(values);
        assertThat(errors)
                .allSatisfy(error -> assertThat(error.get("mend").asText()).isNotBlank());
    }
}
