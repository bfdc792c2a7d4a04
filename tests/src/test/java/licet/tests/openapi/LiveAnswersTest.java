package licet.tests.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.registry.platform.http.Scope;
import licet.registry.platform.openapi.ApiDocument;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What really comes back has the shape that the contract shows, also when it is a refusal. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LiveAnswersTest {
    private static final ObjectNode DOCUMENT = new ApiDocument().tree();
    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final String TOKEN = REGISTRY.token(Scope.WRITE);

    /** The route as the contract writes it, what is asked, and the status that comes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/gate/{owner}/{name}              | /api/v1/gate/Qwen/QwQ-32B?deployment=eu-internal-tool | 200
            /api/v1/gate/{owner}/{name}              | /api/v1/gate/meta-llama/Llama-4-Scout-17B-16E-Instruct?deployment=eu-internal-tool | 403
            /api/v1/gate/{owner}/{name}              | /api/v1/gate/Qwen/QwQ-32B?deployment=nobody | 400
            /api/v1/gate                             | /api/v1/gate?model=hf://Qwen/QwQ-32B&deployment=eu-internal-tool | 200
            /api/v1/approvals                        | /api/v1/approvals | 200
            /api/v1/audit/verification               | /api/v1/audit/verification | 403
            /api/v1/clearings                        | /api/v1/clearings | 200
            /api/v1/conditions                       | /api/v1/conditions | 200
            /api/v1/dashboard                        | /api/v1/dashboard | 200
            /api/v1/deployments                      | /api/v1/deployments | 200
            /api/v1/deployments/{key}                | /api/v1/deployments/eu-internal-tool | 200
            /api/v1/deployments/{key}/versions       | /api/v1/deployments/eu-internal-tool/versions | 200
            /api/v1/fact-confirmations               | /api/v1/fact-confirmations | 200
            /api/v1/instruments                      | /api/v1/instruments | 200
            /api/v1/inbox/alerts                     | /api/v1/inbox/alerts?severity=warning&kind=comment | 200
            /api/v1/inbox/alerts                     | /api/v1/inbox/alerts?severity=loud | 400
            /api/v1/subscriptions                    | /api/v1/subscriptions | 200
            /api/v1/licenses                         | /api/v1/licenses | 200
            /api/v1/licenses/{key}                   | /api/v1/licenses/llama-3.3-community | 200
            /api/v1/live-terms                       | /api/v1/live-terms | 200
            /api/v1/models                           | /api/v1/models?limit=5 | 200
            /api/v1/models/facets                    | /api/v1/models/facets | 200
            /api/v1/models/{owner}/{name}            | /api/v1/models/Qwen/QwQ-32B | 200
            /api/v1/models/{owner}/{name}            | /api/v1/models/nobody/nothing | 404
            /api/v1/models/{owner}/{name}/card       | /api/v1/models/Qwen/QwQ-32B/card | 200
            /api/v1/models/{owner}/{name}/drift      | /api/v1/models/Qwen/QwQ-32B/drift | 200
            /api/v1/models/{owner}/{name}/snapshots  | /api/v1/models/Qwen/QwQ-32B/snapshots | 200
            /api/v1/models/{owner}/{name}/alternatives | /api/v1/models/tencent/Hunyuan-A13B-Instruct/alternatives?deployment=eu-internal-tool | 200
            /api/v1/compare                          | /api/v1/compare?model=Qwen/QwQ-32B&model=Qwen/Qwen2.5-72B-Instruct&deployment=eu-internal-tool | 200
            /api/v1/obligations                      | /api/v1/obligations?model=Qwen/QwQ-32B&deployment=eu-internal-tool | 200
            /api/v1/organization                     | /api/v1/organization | 200
            /api/v1/organization/versions            | /api/v1/organization/versions | 200
            /api/v1/policies                         | /api/v1/policies | 200
            /api/v1/policies/{key}                   | /api/v1/policies/balanced | 200
            /api/v1/policies/{key}/versions/{version} | /api/v1/policies/balanced/versions/1 | 200
            /api/v1/sync-runs                        | /api/v1/sync-runs | 200
            /api/v1/waivers                          | /api/v1/waivers | 200
            /api/v1/watches                          | /api/v1/watches | 200
            /api/v1/approval-requests                | /api/v1/approval-requests | 200
            """)
    void anAnswerHasItsShape(String route, String asked, int status) throws Exception {
        var answer = REGISTRY.get(asked, TOKEN);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        String type = answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase(Locale.ROOT);
        var said =
                DOCUMENT.path("paths").path(route).path("get").path("responses").path(Integer.toString(status));
        var shape = resolved(said).path("content").path(type.split(";", 2)[0]).path("schema");
        assertThat(shape.isObject())
                .as("%s %s as %s is in the contract", route, status, type)
                .isTrue();
        var wrong = new ArrayList<String>();
        Shapes.of(DOCUMENT, shape)
                .validate(withoutNulls(new JsonMapper().readTree(answer.body())))
                .forEach(message -> wrong.add(message.getMessage()));
        assertThat(wrong).isEmpty();
    }

    /** Absence and null mean the same; OpenAPI 3.0 has no word for null beside a reference. */
    private static JsonNode withoutNulls(JsonNode given) {
        if (given instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
        }
        given.forEach(LiveAnswersTest::withoutNulls);
        return given;
    }

    private static JsonNode resolved(JsonNode response) {
        String reference = response.path("$ref").asText();
        return reference.isEmpty() ? response : DOCUMENT.at(reference.substring(1));
    }
}
