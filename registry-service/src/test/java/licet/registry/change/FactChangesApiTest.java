package licet.registry.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import licet.registry.fact.Facts;
import licet.registry.fact.OrganizationText;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.http.Scope;
import licet.registry.start.FirstStart;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts over REST: what a change would flip, how it is saved, and what keeps two editors from undoing each other. */
class FactChangesApiTest {
    private static final TestRegistry REGISTRY = TestRegistry.apart();
    private static final String TOOL = "/api/v1/deployments/eu-internal-tool";
    private static final JsonMapper JSON = new JsonMapper();
    private static String reader = "";
    private static String writer = "";

    @BeforeAll
    static void start() {
        REGISTRY.bean(FirstStart.class).run(IngestProgress.SILENT);
        reader = REGISTRY.token(Scope.READ);
        writer = REGISTRY.token(Scope.WRITE);
    }

    private static HttpResponse<String> get(String path) {
        return REGISTRY.get(path, reader);
    }

    private static JsonNode body(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(String method, String path, JsonNode body, String... headers) {
        var request = REGISTRY.request(path)
                .header("Authorization", "Bearer " + writer)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return REGISTRY.send(request);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static long denied(JsonNode page) {
        for (var line : page.get("items")) {
            if (line.get("key").asText().equals("eu-internal-tool")) {
                return line.at("/answers/deny").asLong();
            }
        }
        throw new AssertionError("no such deployment in " + page);
    }

    @Test
    void whatThePreviewSaysIsWhatTheListsSayAfterwards() throws IOException {
        var stored = get(TOOL);
        var facts = (ObjectNode) body(stored, 200);
        long before = denied(body(get("/api/v1/deployments"), 200));
        facts.withObject("/use").putArray("fields").add("military");

        var preview =
                body(send("POST", "/api/v1/deployments/preview", facts), 200).at("/deployments/0");
        assertThat(preview.at("/before/deny").asLong()).isEqualTo(before);
        assertThat(preview.at("/flips")).isNotEmpty().allSatisfy(group -> {
            assertThat(group.get("from")).isNotEqualTo(group.get("to"));
            assertThat(group.get("examples")).isNotEmpty();
        });
        assertThat(preview.at("/after/deny").asLong()).isGreaterThan(before);
        assertThat(denied(body(get("/api/v1/deployments"), 200))).isEqualTo(before);

        var saved = send("PUT", TOOL, facts, "If-Match", tag(stored));
        assertThat(body(saved, 200)).isEqualTo(facts);
        assertThat(denied(body(get("/api/v1/deployments"), 200)))
                .isEqualTo(preview.at("/after/deny").asLong());

        var late = send("PUT", TOOL, facts, "If-Match", tag(stored));
        assertThat(body(late, 412).get("type").asText()).isEqualTo("urn:licet:problem:changed-meanwhile");
        var versions = body(get(TOOL + "/versions"), 200).get("items");
        assertThat(versions.get(0).get("facts")).isEqualTo(facts);
        assertThat(versions.get(1).at("/facts/use/fields").toString()).contains("general-business");
    }

    @ParameterizedTest
    @CsvSource({
        "/stage, tomorrow, /stage",
        "/places/serving, Germany, /places/serving",
        "/licensee, nobody, /licensee",
        "/use/commercial, perhaps, /use/commercial",
        "/name, '', /name",
        "/key, other, /key"
    })
    void namesTheFieldThatIsWrong(String at, String value, String field) throws IOException {
        var stored = get(TOOL);
        var facts = (ObjectNode) body(stored, 200);
        int slash = at.lastIndexOf('/');
        facts.withObject(at.substring(0, slash)).put(at.substring(slash + 1), value);
        var refused = body(send("PUT", TOOL, facts, "If-Match", tag(stored)), 400);
        assertThat(refused.at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(refused.at("/errors/0/mend").asText()).isNotBlank();
    }

    @Test
    void asksForTheVersionThatWasChanged() throws IOException {
        var facts = body(get(TOOL), 200);
        assertThat(body(send("PUT", TOOL, facts), 400).at("/errors/0/field").asText())
                .isEqualTo("If-Match");
        assertThat(send("PUT", TOOL, facts, "If-None-Match", "*").statusCode()).isEqualTo(412);
    }

    @Test
    void makesANewDeploymentOnce() throws IOException {
        var facts = (ObjectNode) body(get("/api/v1/deployments/us-hosted-service"), 200);
        facts.put("key", "second-service");
        var preview =
                body(send("POST", "/api/v1/deployments/preview", facts), 200).at("/deployments/0");
        assertThat(preview.get("isNew").asBoolean()).isTrue();
        assertThat(preview.at("/after/allow").asLong()).isPositive();
        String path = "/api/v1/deployments/second-service";
        assertThat(send("PUT", path, facts, "If-None-Match", "*").statusCode()).isEqualTo(201);
        assertThat(send("PUT", path, facts, "If-None-Match", "*").statusCode()).isEqualTo(412);
    }

    @Test
    void keepsFiguresFromReadersAndTakesThemFromWriters() throws IOException {
        var hidden = body(get("/api/v1/organization"), 200);
        assertThat(hidden.get("figures")).isNotEmpty().noneMatch(figure -> figure.has("value"));
        var organization = REGISTRY.bean(Facts.class).current().organization();
        var facts = OrganizationText.of(organization.organization(), true);
        ((ObjectNode) facts.at("/figures/4")).put("value", "900000000");
        var preview = body(send("POST", "/api/v1/organization/preview", facts), 200);
        assertThat(preview.at("/deployments")).hasSizeGreaterThanOrEqualTo(3);
        String tag = tag(get("/api/v1/organization"));
        var saved = send("PUT", "/api/v1/organization", facts, "If-Match", tag);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).doesNotContain("900000000");
        assertThat(send("PUT", "/api/v1/organization", facts, "If-Match", tag).statusCode())
                .isEqualTo(412);
        ((ObjectNode) facts.at("/figures/4")).put("value", "-1");
        assertThat(body(send("PUT", "/api/v1/organization", facts, "If-Match", tag), 400)
                        .at("/errors/0/field")
                        .asText())
                .startsWith("/figures/4");
    }

    @Test
    void keepsTheEntityThatADeploymentNames() throws IOException {
        var organization = REGISTRY.bean(Facts.class).current().organization();
        var facts = OrganizationText.of(organization.organization(), true);
        facts.withArray("/figures").removeAll();
        facts.withArray("/entities").remove(0);
        var refused = body(send("POST", "/api/v1/organization/preview", facts), 400);
        assertThat(refused.at("/errors/0/mend").asText()).contains("eu-internal-tool");
    }

    @Test
    void tellsHowAFigureCameToBe() {
        var facts = REGISTRY.bean(Facts.class);
        var before = facts.current().organization();
        var written = OrganizationText.of(before.organization(), true);
        ((ObjectNode) written.at("/figures/8")).put("value", "123456");
        var changed = licet.rules.format.OrganizationYaml.parse("changed", written.toString());
        facts.saveOrganization(changed, before.version(), Actor.PRODUCT);
        var recorded = REGISTRY.bean(FactRecords.class)
                .figures(changed, REGISTRY.bean(FactHistory.class).ofOrganization())
                .get(8);
        assertThat(recorded.recorded()).isPresent();
        assertThat(recorded.earlier()).hasSize(1);
        assertThat(recorded.earlier().getFirst().figure())
                .isEqualTo(before.organization().figures().all().get(8));
    }
}
