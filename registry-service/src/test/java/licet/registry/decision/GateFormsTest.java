package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.registry.platform.Database;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gate says the same however a model is written, and never calls a refusal unchanged. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class GateFormsTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final String MODEL = "Qwen/QwQ-32B";
    private static final List<String> DEPLOYMENTS = List.of("eu-internal-tool", "us-hosted-service");

    private final String token = REGISTRY.token(Scope.GATE);

    private HttpResponse<String> ask(String query, String tag) {
        var request = REGISTRY.request("/api/v1/gate" + query).header("Authorization", "Bearer " + token);
        return REGISTRY.send(tag.isEmpty() ? request : request.header("If-None-Match", tag));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void everyWayToWriteAModelGetsTheSameAnswer() {
        for (var deployment : DEPLOYMENTS) {
            var first = ask("/" + MODEL + "?deployment=" + deployment, "");
            assertThat(first.statusCode()).isIn(200, 403);
            for (var written : List.of(
                    MODEL,
                    MODEL + "@main",
                    "hf://" + MODEL,
                    "https://huggingface.co/" + MODEL + "/tree/main",
                    "pkg:huggingface/" + MODEL)) {
                var same = ask(
                        "?deployment=" + deployment + "&model=" + URLEncoder.encode(written, StandardCharsets.UTF_8),
                        "");
                assertThat(same.statusCode()).as(written).isEqualTo(first.statusCode());
                assertThat(tag(same)).as(written).isEqualTo(tag(first));
            }
        }
    }

    @Test
    void onlyAPermissionIsCalledUnchanged() {
        for (var deployment : DEPLOYMENTS) {
            String query = "/" + MODEL + "?deployment=" + deployment;
            var first = ask(query, "");
            var again = ask(query, tag(first));
            assertThat(again.statusCode()).as(deployment).isEqualTo(first.statusCode() == 200 ? 304 : 403);
            assertThat(ask(query, "W/\"other\"").statusCode()).isEqualTo(first.statusCode());
            assertThat(ask(query + "&report=true", tag(first)).statusCode())
                    .isEqualTo(first.statusCode() == 200 ? 304 : 200);
        }
    }

    /** Every file of weights on record leads to a model that holds it, and to the answer about that model. */
    @Test
    void aFileGetsTheAnswerOfTheModelWhoseLicenseGoverns() {
        record Held(String sha256, String holders) {}
        var files = REGISTRY.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT substr(o.content, 8) AS sha256, string_agg(DISTINCT m.owner || '/' || m.name, ' ') AS models"
                                + " FROM origin_file o JOIN model m ON m.id = o.model_id WHERE o.kind = 'weights'"
                                + " AND o.content LIKE 'sha256:%' GROUP BY 1 ORDER BY count(DISTINCT m.id) DESC, 1 LIMIT 20",
                        row -> new Held(row.getString("sha256"), row.getString("models"))));
        assertThat(files).isNotEmpty();
        for (var file : files) {
            var answer = ask("/files/" + file.sha256() + "?deployment=eu-internal-tool", "");
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 403);
            var json = json(answer.body());
            assertThat(json.get("sha256").asText()).isEqualTo(file.sha256());
            assertThat(json.at("/holders/0/model").asText())
                    .as("the first governs")
                    .isEqualTo(json.at("/model/id").asText());
            assertThat(json.at("/holders/0/revision").asText())
                    .isEqualTo(json.at("/model/revision").asText());
            assertThat(json.get("holders"))
                    .allMatch(holder ->
                            file.holders().contains(holder.get("model").asText()));
            assertThat(json.get("permitted").asBoolean()).isEqualTo(answer.statusCode() == 200);
        }
        assertThat(ask("/files/" + "0".repeat(64) + "?deployment=eu-internal-tool", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask("/files/xyz?deployment=eu-internal-tool", "").statusCode())
                .isEqualTo(400);
        assertThat(ask("/files/" + "0".repeat(64), "").statusCode()).isEqualTo(400);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void twoRevisionsAndNonsenseAreRefused() {
        String sha = "559062ad13d311b87b2c455e67dcd5f1c8f65111";
        for (var wrong : List.of(
                "?deployment=eu-internal-tool",
                "?deployment=eu-internal-tool&model=gpt2",
                "?deployment=eu-internal-tool&revision=main&model=" + MODEL + "@" + sha,
                "?model=" + MODEL,
                "?deployment=nobody&model=" + MODEL)) {
            assertThat(ask(wrong, "").statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(ask("?deployment=eu-internal-tool&revision=" + sha + "&model=" + MODEL + "@" + sha, "")
                        .statusCode())
                .as("the same said twice, and nothing is on record")
                .isEqualTo(403);
    }
}
