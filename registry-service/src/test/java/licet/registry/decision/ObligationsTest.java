package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The obligations pack of a stored deployment over REST. */
class ObligationsTest {
    private static final TestRegistry REGISTRY = TestRegistry.shared();
    private static final String HOSTED = "/api/v1/obligations?deployment=us-hosted-service";
    private static final String TWO =
            HOSTED + "&model=meta-llama/Llama-3.3-70B-Instruct&model=Qwen/Qwen2.5-32B-Instruct";
    private static String token = "";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        token = REGISTRY.token(Scope.READ);
    }

    private static JsonNode get(String path, int status) throws IOException {
        var response = REGISTRY.get(path, token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return new JsonMapper().readTree(response.body());
    }

    @Test
    void the_duties_of_all_models_stand_together() throws IOException {
        var pack = get(TWO, 200);
        assertThat(pack.get("schema").asText()).isEqualTo("licet/obligations/1");
        assertThat(pack.get("models")).hasSize(2);
        assertThat(pack.at("/badges/0/text").asText()).isEqualTo("Built with Llama");
        assertThat(pack.get("checklist")).isNotEmpty();
    }

    @Test
    void the_checklist_is_a_file_for_people() {
        var answer = REGISTRY.get(TWO + "&file=CHECKLIST.md", token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).startsWith("# Obligations of ").contains("Built with Llama");
    }

    @Test
    void a_model_that_nobody_read_stands_there_as_open() throws IOException {
        assertThat(get(HOSTED + "&model=nobody/nothing-here", 200)
                        .at("/models/0/verdict")
                        .asText())
                .isEqualTo("NEEDS");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/obligations, 400, deployment",
        "/api/v1/obligations?deployment=us-hosted-service, 400, model",
        "/api/v1/obligations?deployment=nowhere&model=a/b, 400, deployment",
        "/api/v1/obligations?deployment=us-hosted-service&model=a%20b, 400, model",
        "/api/v1/obligations?deployment=us-hosted-service&model=a/b@dev, 400, revision",
        "/api/v1/obligations?deployment=us-hosted-service&model=a/b&file=nothing, 404, file"
    })
    void what_is_wrong_is_named(String path, int status, String named) throws IOException {
        assertThat(get(path, status).toString()).contains(named);
    }
}
