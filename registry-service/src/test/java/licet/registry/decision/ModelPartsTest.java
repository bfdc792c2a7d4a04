package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import licet.ingest.hub.RepoId;
import licet.ingest.recorded.RecordedHub;
import licet.registry.fact.Facts;
import licet.registry.ingest.Ingest;
import licet.registry.ingest.IngestProgress;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.http.Scope;
import licet.registry.testing.RecordedRepository;
import licet.registry.testing.TestRegistry;
import licet.rules.format.DeploymentYaml;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Parts of a model's record over REST, and verdicts on supposed answers. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ModelPartsTest {
    private static final String MODEL = "acme/shifting";
    private static final JsonMapper JSON = new JsonMapper();

    private static TestRegistry registry;
    private static String reader = "";

    @BeforeAll
    static void start() {
        registry = TestRegistry.filled();
        registry.bean(Facts.class).saveDeployment(DeploymentYaml.parse("open.yaml", """
                                schema: 1
                                key: open-facts
                                name: A use nobody described yet
                                licensee: small-eu
                                stage: pilot
                                channel: own-weights
                                acts: {done: [use, copy], unknown: []}
                                use:
                                  commercial: unknown
                                  outputs-leave-organization: false
                                  outputs-train: nothing
                                  fields: [general-business]
                                  derived-model-name: none
                                places: {use: [DE], outputs: [DE], serving: DE, residency: DE}
                                """), Actor.PRODUCT);
        reader = registry.token(Scope.READ);
        read("license: mit", "First. <script>alert(1)</script> ![logo](logo.png) [docs](docs/a.md)");
        read("license: cc-by-nc-4.0", "Second.");
    }

    private static void read(String frontMatter, String prose) {
        registry.clock().advance(Duration.ofMinutes(1));
        registry.bean(RecordedHub.class)
                .change(models -> models.with(RecordedRepository.of(MODEL, "e".repeat(24), frontMatter, prose)));
        registry.bean(Ingest.class).run(List.of(RepoId.parse(MODEL)), IngestProgress.SILENT);
    }

    private static JsonNode get(String path, int status) throws IOException {
        var answer = registry.get("/api/v1/models/" + MODEL + path, reader);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static JsonNode suppose(String answers, int status) throws IOException {
        var answer = registry.send(registry.request("/api/v1/verdicts")
                .header("Authorization", "Bearer " + reader)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"model\":\"" + MODEL + "\",\"deployment\":\"open-facts\",\"answers\":" + answers + "}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    @Test
    void answersToOpenQuestionsGiveTheVerdictThatWouldFollow() throws IOException {
        var open = suppose("{}", 200);
        assertThat(open.get("verdict").asText()).isEqualTo("NEEDS");
        assertThat(open.get("questions").findValuesAsText("id")).contains("deployment:commercial");
        var then = suppose("{\"deployment:commercial\": true}", 200);
        assertThat(then.get("verdict").asText()).isEqualTo("DENY");
        assertThat(then.get("questions").findValuesAsText("id")).doesNotContain("deployment:commercial");
        assertThat(suppose("{}", 200).get("verdict").asText())
                .as("nothing was saved")
                .isEqualTo("NEEDS");
    }

    @Test
    void anAnswerThatCannotBeUnderstoodIsNamed() throws IOException {
        assertThat(suppose("{\"deployment:commercial\": \"perhaps\"}", 400)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("deployment:commercial");
        assertThat(suppose("[]", 400).at("/errors/0/field").asText()).isEqualTo("/answers");
        assertThat(suppose("{\"deployment:commercial\": {}}", 400)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("/answers/deployment:commercial");
    }

    @Test
    void theCardLoadsAndRunsNothing() throws IOException {
        read("license: mit", "First. <script>alert(1)</script> ![logo](logo.png) [docs](docs/a.md)");
        var html = get("/card", 200).get("html").asText();
        assertThat(html).contains("First.").doesNotContain("script").doesNotContain("<img");
        assertThat(html).contains("rel=\"nofollow noopener noreferrer\"").contains("/" + MODEL + "/blob/");
        read("license: cc-by-nc-4.0", "Second.");
    }

    @Test
    void twoSnapshotsAreHeldAgainstEachOther() throws IOException {
        var history = get("/snapshots", 200);
        assertThat(history.get("snapshots").size()).isGreaterThanOrEqualTo(2);
        var tags = history.at("/difference/changes/0");
        assertThat(tags.get("kind").asText()).isEqualTo("license-tag");
        assertThat(tags.at("/detail/before/0").asText()).isEqualTo("mit");
        assertThat(tags.at("/detail/after/0").asText()).isEqualTo("cc-by-nc-4.0");
        assertThat(history.at("/difference/files").findValuesAsText("path")).containsExactly("README.md");
        long newest = history.at("/snapshots/0/id").asLong();
        var same = get("/snapshots?from=" + newest + "&to=" + newest, 200);
        assertThat(same.at("/difference/changes")).isEmpty();
        assertThat(same.at("/difference/files")).isEmpty();
        assertThat(get("/snapshots?from=999999999", 404).toString()).contains("snapshot");
    }

    @Test
    void theRecordTellsWhenItWasLastRead() throws IOException {
        var recorded = get("", 200).get("recorded");
        assertThat(recorded.get("lastRead").asText()).isNotBlank();
        assertThat(recorded.at("/names/0/name").asText()).isEqualTo(MODEL);
    }

    @Test
    void whoMayWriteCanHaveItRead() throws InterruptedException {
        var wish = registry.request("/api/v1/models/acme/wished-for/read")
                .header("Authorization", "Bearer " + registry.token(Scope.WRITE))
                .POST(HttpRequest.BodyPublishers.noBody());
        registry.bean(RecordedHub.class)
                .change(models -> models.with(
                        RecordedRepository.of("acme/wished-for", "f".repeat(24), "license: mit", "Wished for.")));
        assertThat(registry.send(wish).statusCode()).isEqualTo(202);
        var path = "/api/v1/models/acme/wished-for";
        for (int look = 0; look < 60 && registry.get(path, reader).statusCode() != 200; look++) {
            registry.clock().advance(Duration.ofSeconds(20));
            Thread.sleep(500);
        }
        assertThat(registry.get(path, reader).statusCode()).isEqualTo(200);
    }
}
