package licet.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.Staff;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over HTTP: what the recorded repositories show, and what people say beside it. */
class ReleasesTest {
    private static final TestRegistry REGISTRY = TestRegistry.filled();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READER = REGISTRY.token(Scope.READ);
    private static final String WRITER = new Staff(REGISTRY).token("looks-ahead", Scope.WRITE, Role.REVIEWER);

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }

    private static JsonNode events(String query) {
        var answer = REGISTRY.get("/api/v1/releases?" + query, READER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("events");
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return REGISTRY.send(REGISTRY.request("/api/v1/releases" + path)
                .header("Authorization", "Bearer " + WRITER)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static List<String> lines(JsonNode events) {
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> "%s %s %s %s"
                        .formatted(
                                event.get("first").asText(),
                                event.get("kind").asText(),
                                event.path("model").asText("-"),
                                event.get("basis").asText()))
                .toList();
    }

    @Test
    void everyReleaseOfTheSharedListIsOnTheTimeline() throws IOException {
        var shared = Path.of(Objects.requireNonNullElse(System.getProperty("licet.shared"), "../../shared"));
        var list = shared.resolve("seed-releases.tsv");
        assumeTrue(Files.exists(list), "left out: the shared list of releases is not here");
        var lines = lines(events("from=2020-01-01&to=2027-01-01&kind=published"));
        var missing = new ArrayList<String>();
        for (var line : Files.readAllLines(list)) {
            var cells = line.split("\t");
            if (cells.length > 7 && cells[0].contains("/")) {
                var day = cells[7].length() == 7 ? cells[7] + "-01" : cells[7];
                if (lines.stream().noneMatch(one -> one.startsWith(day + " published " + cells[0] + " "))) {
                    missing.add(cells[0] + " on " + cells[7]);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            llama   | 2025-04-05 published meta-llama/Llama-4-Scout-17B-16E-Instruct license-text
            mistral | 2026-04-29 published mistralai/Mistral-Medium-3.5-128B license-text
            mistral | 2025-12-02 published mistralai/Mistral-Large-3-675B-Instruct-2512 stated
            qwen    | 2025-04-29 published Qwen/Qwen3-235B-A22B general-knowledge
            gpt-oss | 2025-08-05 published openai/gpt-oss-20b license-text
            """)
    void aFamilyHasItsOwnTimeline(String family, String line) {
        var lines = lines(events("family=" + family + "&from=2020-01-01&to=2027-01-01"));
        assertThat(lines).contains(line);
        var prefix = line.split(" ")[2].split("/")[0];
        assertThat(lines).allMatch(each -> each.contains(" " + prefix + "/"));
        assertThat(lines)
                .isSortedAccordingTo(java.util.Comparator.comparing((String each) -> each.substring(0, 10))
                        .reversed());
    }

    /** Every contradiction of the shared claims: with the evidence, and with each other. */
    @Test
    void theContradictionsAreFound() {
        var claims = json(REGISTRY.get("/api/v1/releases/claims", READER)).get("claims");
        assertThat(claims).hasSize(34);
        var found = StreamSupport.stream(claims.spliterator(), false)
                .filter(claim -> claim.get("contradicted").asBoolean())
                .map(claim -> "%s %s %s"
                        .formatted(
                                claim.get("id").asText(), claim.get("outcome").asText(), claim.get("against")))
                .toList();
        assertThat(found)
                .containsExactly(
                        "C01 refuted [\"C02\"]",
                        "C02 borne-out [\"C01\"]",
                        "C03 refuted []",
                        "C04 refuted []",
                        "C07 refuted [\"C08\"]",
                        "C08 borne-out [\"C07\"]",
                        "C09 refuted []",
                        "C10 open [\"C34\"]",
                        "C13 refuted []",
                        "C15 refuted [\"C16\"]",
                        "C16 borne-out [\"C15\"]",
                        "C17 refuted []",
                        "C29 refuted []",
                        "C33 open [\"C34\"]",
                        "C34 open [\"C10\",\"C33\"]");
    }

    @Test
    void aClaimStandsBesideWhatIsOnRecord() {
        var answer = REGISTRY.get("/api/v1/releases/claims?family=mistral", READER);
        var license = StreamSupport.stream(json(answer).get("claims").spliterator(), false)
                .filter(claim -> claim.get("id").asText().equals("C09"))
                .findFirst()
                .orElseThrow();
        assertThat(license.at("/points/0/value").asText()).isEqualTo("apache-2.0");
        assertThat(license.at("/points/0/shown/0/model").asText()).isEqualTo("mistralai/Mistral-Medium-3.5-128B");
        assertThat(license.at("/points/0/shown/0/value").asText()).contains("mistral-medium-3.5-modified-mit");
        assertThat(answer.body()).contains("\"C31\"").doesNotContain("\"C16\"");
    }

    @Test
    void peopleEnterWhatNoRepositorySays() {
        var made = send(
                "POST",
                "",
                "{'kind':'retired','model':'mistralai/Mixtral-8x7B-v0.1','when':'2027-03','certain':false,"
                        + "'source':'https://example.com/roadmap'}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var id = json(made).get("id").asText();
        assertThat(lines(events("family=mistral&from=2027-03-31&to=2027-04-01")))
                .containsExactly("2027-03-01 retired mistralai/Mixtral-8x7B-v0.1 entered");
        var changed = send(
                "PUT",
                "/" + id + "?version=1",
                "{'kind':'retired','family':'Mistral','when':'2027-05-04','source':'the same'}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(json(changed).get("version").asInt()).isEqualTo(2);
        assertThat(send(
                                "PUT",
                                "/" + id + "?version=1",
                                "{'kind':'retired','family':'mistral','when':'2027','source':'s'}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(
                                "PUT",
                                "/" + id + "?version=1",
                                "{'kind':'retired','family':'mistral','when':'2027-05','source':'s'}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(json(send("DELETE", "/" + id, "")).get("withdrawn").asBoolean())
                .isTrue();
        assertThat(events("family=mistral&from=2027-01-01&to=2027-12-01")).isEmpty();
        assertThat(json(REGISTRY.get("/api/v1/releases/" + id, READER))
                        .get("withdrawn")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void peopleRecordClaims() {
        var made = send(
                "POST",
                "/claims",
                "{'about':'BLOOM','kind':'license','statement':'Under MIT.','source':'a talk',"
                        + "'says':[{'license':'mit','models':['bigscience/bloom']}]}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(made).get("outcome").asText()).isEqualTo("refuted");
        assertThat(REGISTRY.get("/api/v1/releases/claims?family=bloom", READER).body())
                .contains("a talk");
        assertThat(send("DELETE", "/claims/" + json(made).get("id").asText(), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(REGISTRY.get("/api/v1/releases/claims?family=bloom", READER).body())
                .doesNotContain("a talk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'kind':'removed','model':'a/b','when':'2027-01','source':'s'}                         | /kind
            {'kind':'retired','when':'2027-01','source':'s'}                                       | /model
            {'kind':'retired','model':'a/b','family':'x','when':'2027-01','source':'s'}            | /model
            {'kind':'retired','model':'b','when':'2027-01','source':'s'}                           | /model
            {'kind':'retired','model':'a/b','when':'soon','source':'s'}                            | /when
            {'kind':'retired','model':'a/b','when':'2027-05..2027-04','source':'s'}                | /when
            {'kind':'retired','model':'a/b','when':'2027-01'}                                      | /source
            {'kind':'superseded','model':'a/b','when':'2027-01','source':'s'}                      | /successor
            {'kind':'retired','model':'a/b','when':'2027-01','source':'s','certain':'x'}           | /certain
            {'kind':'retired','model':'a/b','when':'2027-01','source':'s','color':'x'}             | /color
            """)
    void saysWhatIsWrongWithAnEntry(String body, String field) {
        var answer = send("POST", "", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?from=x                        | from
            ?from=2025-01-02&to=2025-01-01 | to
            ?kind=lost                     | kind
            """)
    void saysWhatIsWrongWithAQuestion(String query, String field) {
        var answer = REGISTRY.get("/api/v1/releases" + query, READER);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }
}
