package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import licet.rules.release.Release;
import licet.rules.release.Releases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every known release after the first start, as a table that a lawyer can read and check. Run with
 * {@code -Dlicet.golden=write} to write it again, and read the difference.
 */
class SeedReleasesTest {
    private static final Path TABLE = Path.of("src/test/resources/licet/registry/seed-verdicts.tsv");
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final JsonMapper JSON = new JsonMapper();
    private static String token = "";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        token = REGISTRY.token(Scope.READ);
    }

    private static JsonNode get(String path) throws IOException {
        var response = REGISTRY.get(path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @Test
    void every_release_has_its_row() throws IOException {
        var lines = new ArrayList<String>();
        lines.add("model\tcountry\tweights\tlineage\treleased\teu-internal-tool\tlarge-customer-product"
                + "\tus-hosted-service");
        for (Release release : REGISTRY.bean(Releases.class).list()) {
            lines.add(line(get("/api/v1/models/" + release.model())));
        }
        String table = String.join("\n", lines) + "\n";
        if ("write".equals(System.getProperty("licet.golden"))) {
            Files.writeString(TABLE, table);
        }
        assertThat(table).isEqualTo(Files.readString(TABLE, StandardCharsets.UTF_8));
    }

    private static String line(JsonNode model) {
        var cells = new ArrayList<String>();
        cells.add(model.get("model").asText());
        cells.add(model.get("country").asText());
        cells.add(licenses(model));
        cells.add(model.at("/lineage/state").asText());
        cells.add(model.at("/release/released").asText());
        model.get("verdicts").forEach(verdict -> cells.add(answer(verdict)));
        return String.join("\t", cells);
    }

    /** The weights, and the code where it stands under something else. */
    private static String licenses(JsonNode model) {
        String weights = license(model.at("/artifacts/weights"));
        String code = license(model.at("/artifacts/code"));
        String stated = model.get("stated").asBoolean() ? "STATED, NOT EVIDENCED: " : "";
        return stated + (code.isEmpty() || code.equals(weights) ? weights : weights + "; code " + code);
    }

    private static String license(JsonNode artifact) {
        if (artifact.isMissingNode()) {
            return "";
        }
        var candidates = StreamSupport.stream(artifact.get("candidates").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" or "));
        String basis = artifact.has("basis") ? " by " + artifact.get("basis").asText() : "";
        return (artifact.get("state").asText() + " " + candidates).strip() + basis;
    }

    /** The answer with what led to it. */
    private static String answer(JsonNode verdict) {
        String answer = verdict.get("verdict").asText();
        var ids = new TreeSet<String>();
        verdict.get("reasons").forEach(reason -> {
            if (reason.get("effect").asText().equals(answer)) {
                ids.add(reason.get("id").asText());
            }
        });
        return (answer + " " + (answer.equals("ALLOW") ? "" : String.join(", ", ids))).strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    deepseek-ai/DeepSeek-R1-Distill-Llama-70B     | eu-internal-tool       | NEEDS | lineage/undeclared
                    deepseek-ai/DeepSeek-R1-Distill-Llama-8B      | eu-internal-tool       | NEEDS | lineage/undeclared
                    deepseek-ai/DeepSeek-R1-Distill-Qwen-32B      | us-hosted-service      | NEEDS | lineage/undeclared
                    meta-llama/Llama-3.2-11B-Vision-Instruct      | eu-internal-tool       | DENY  | llama-3.2-aup/
                    meta-llama/Llama-4-Maverick-17B-128E-Instruct | eu-internal-tool       | DENY  | llama-4-aup/
                    Qwen/Qwen2.5-3B-Instruct                      | us-hosted-service      | DENY  | qwen-research-2024-09-19/
                    tencent/Hunyuan-A13B-Instruct                 | eu-internal-tool       | DENY  | tencent-hunyuan-a13b/
                    tencent/Hunyuan-A13B-Instruct                 | large-customer-product | DENY  | tencent-hunyuan-a13b/
                    mistralai/Mistral-Medium-3.5-128B             | large-customer-product | DENY  | mistral-medium-3.5-modified-mit/
                    moonshotai/Kimi-K2-Instruct                   | eu-internal-tool       | ALLOW |
                    """)
    void the_hard_ones_are_right(String model, String deployment, String answer, String reason) throws IOException {
        var verdict = StreamSupport.stream(
                        get("/api/v1/models/" + model).get("verdicts").spliterator(), false)
                .filter(each -> each.at("/deployment/key").asText().equals(deployment))
                .findFirst()
                .orElseThrow();
        assertThat(answer(verdict)).startsWith(answer);
        if (reason != null) {
            assertThat(answer(verdict)).contains(reason);
        }
    }

    @Test
    void what_is_only_stated_is_marked_and_permits_nothing() throws IOException {
        var model = get("/api/v1/models/deepseek-ai/DeepSeek-V4-Pro");
        assertThat(model.get("stated").asBoolean()).isTrue();
        assertThat(model.get("country").asText()).isEqualTo("CN");
        assertThat(model.at("/release/stated/license").asText()).isEqualTo("mit");
        assertThat(model.at("/release/released").asText()).isEqualTo("2026-04");
        assertThat(model.at("/release/parameters/total").asLong()).isEqualTo(1_600_000_000_000L);
        assertThat(model.at("/release/parameters/active").asLong()).isEqualTo(49_000_000_000L);
        assertThat(model.get("snapshots")).isEmpty();
        var row = get("/api/v1/models?q=deepseek-v4-pro").at("/models/0");
        assertThat(row.get("tier").asText()).isEqualTo("stated");
        assertThat(row.get("country").asText()).isEqualTo("CN");
        assertThat(row.get("verdicts"))
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer.asText()).isNotEqualTo("ALLOW"));
    }

    @Test
    void the_date_of_the_release_is_not_that_of_the_repository() throws IOException {
        var row = get("/api/v1/models?q=bigscience/bloom").at("/models/0");
        assertThat(row.get("released").asText()).startsWith("2022-07-06");
        var model = get("/api/v1/models/bigscience/bloom");
        assertThat(model.at("/release/family").asText()).isEqualTo("BLOOM");
        assertThat(model.get("stated").asBoolean()).isFalse();
    }

    @Test
    void every_release_can_be_found_in_the_list() throws IOException {
        var listed = StreamSupport.stream(
                        get("/api/v1/models?limit=200").get("models").spliterator(), false)
                .map(row -> row.get("model").asText())
                .toList();
        List<String> expected = REGISTRY.bean(Releases.class).list().stream()
                .map(release -> release.model().value())
                .toList();
        assertThat(listed).containsAll(expected);
    }
}
