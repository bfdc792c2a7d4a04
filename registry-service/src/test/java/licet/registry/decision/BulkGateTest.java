package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many at once get what each would get alone. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BulkGateTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));

    private final ObjectMapper mapper = new ObjectMapper();
    private final String token = REGISTRY.token(Scope.GATE);

    private HttpResponse<String> post(String query, String body) {
        return REGISTRY.send(REGISTRY.request("/api/v1/gate" + query)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode ask(String deployment, List<String> models) throws JsonProcessingException {
        var answer =
                post("?report=true", mapper.writeValueAsString(Map.of("deployment", deployment, "models", models)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }

    private static List<String> onRecord() {
        return REGISTRY.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT owner || '/' || name AS model FROM model WHERE source = 'recorded' AND owner <> ''"
                                + " AND name_lost_at IS NULL ORDER BY id",
                        row -> row.getString("model")));
    }

    @Test
    void eachGetsWhatItWouldGetAlone() throws JsonProcessingException {
        var models = onRecord();
        assertThat(models).hasSizeGreaterThan(20);
        for (boolean filled : new boolean[] {false, true}) {
            if (filled) {
                REGISTRY.bean(VerdictTable.class).fill();
            }
            for (var use : REGISTRY.bean(Facts.class).current().deployments()) {
                String deployment = use.deployment().key().value();
                var answers = ask(deployment, models).get("answers");
                assertThat(answers).hasSameSizeAs(models);
                for (int i = 0; i < models.size(); i++) {
                    same(answers.get(i), models.get(i), deployment);
                }
            }
        }
    }

    private void same(JsonNode one, String model, String deployment) throws JsonProcessingException {
        var alone =
                mapper.readTree(REGISTRY.get("/api/v1/gate/" + model + "?report=true&deployment=" + deployment, token)
                        .body());
        assertThat(one.get("asked").asText()).isEqualTo(model);
        assertThat(one.get("verdict")).as(model).isEqualTo(alone.get("verdict"));
        assertThat(one.get("permitted")).as(model).isEqualTo(alone.get("permitted"));
        assertThat(one.get("model")).isEqualTo(alone.at("/model/id"));
        assertThat(one.get("revision")).isEqualTo(alone.at("/model/revision"));
        assertThat(one.path("validUntil")).isEqualTo(alone.path("validUntil"));
        var reasons = new ArrayList<String>();
        alone.get("reasons").forEach(reason -> {
            if (!List.of("NOTE", "WAIVED").contains(reason.get("effect").asText())) {
                reasons.add(reason.get("id").asText());
            }
        });
        assertThat(one.get("reasons")).extracting(JsonNode::asText).as(model).containsExactlyElementsOf(reasons);
    }

    @Test
    void theOrderAndTheWordsOfTheQuestionStay() throws JsonProcessingException {
        var models = new ArrayList<>(onRecord());
        Collections.reverse(models);
        var written = models.stream().map(model -> "pkg:huggingface/" + model).toList();
        var answers = ask("eu-internal-tool", written).get("answers");
        assertThat(answers).extracting(answer -> answer.get("asked").asText()).containsExactlyElementsOf(written);
    }

    @Test
    void oneThatIsNotPermittedRefusesAll() {
        String body = "{\"deployment\":\"eu-internal-tool\",\"models\":[\"Qwen/QwQ-32B\",\"nobody/nothing\"]}";
        var answer = post("", body);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"permitted\":false").contains("\"queued\":1");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(post("?report=true", body).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeAskedIsNamed() throws JsonProcessingException {
        var many = IntStream.range(0, 10_001).mapToObj(i -> "a/m" + i).toList();
        record Wrong(String body, String field) {}
        for (var wrong : List.of(
                new Wrong("{}", "/deployment"),
                new Wrong("[]", "/"),
                new Wrong("{\"deployment\":\"eu-internal-tool\"}", "/models"),
                new Wrong("{\"deployment\":\"eu-internal-tool\",\"models\":[]}", "models"),
                new Wrong("{\"deployment\":\"eu-internal-tool\",\"models\":[\"a/b\",7]}", "models/1"),
                new Wrong("{\"deployment\":\"eu-internal-tool\",\"models\":[\"a/b\",\"a\"]}", "models/1"),
                new Wrong("{\"deployment\":\"nobody\",\"models\":[\"a/b\"]}", "deployment"),
                new Wrong(
                        mapper.writeValueAsString(Map.of("deployment", "eu-internal-tool", "models", many)),
                        "models"))) {
            var answer = post("", wrong.body());
            assertThat(answer.statusCode()).as(wrong.field()).isEqualTo(400);
            assertThat(answer.body()).contains("\"" + wrong.field() + "\"");
        }
    }
}
