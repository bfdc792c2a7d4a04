package licet.registry.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.rules.format.CanonicalJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordsApiTest {
    private static final Set<Role> READERS = Set.of(Role.AUDITOR, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR);
    private static final Set<Role> RECORDERS = Set.of(Role.REVIEWER, Role.APPROVER);

    private static TestRegistry registry;

    @BeforeAll
    static void start() {
        registry = RecordFixture.start();
    }

    private static HttpResponse<String> post(String token, Map<String, String> body) {
        return registry.send(registry.request("/api/v1/records")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CanonicalJson.write(body))));
    }

    private static Map<String, String> wish(String reason) {
        return Map.of("model", RecordFixture.MODEL, "deployment", RecordFixture.DEPLOYMENT, "reason", reason);
    }

    private static JsonNode read(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new JsonMapper().readTree(answer.body());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleDoesWhatItMay(Role role) {
        var token = RecordFixture.token(registry, role);
        assertThat(post(token, wish("seen")).statusCode()).isEqualTo(RECORDERS.contains(role) ? 201 : 403);
        assertThat(registry.get("/api/v1/records", token).statusCode()).isEqualTo(READERS.contains(role) ? 200 : 403);
    }

    @Test
    void aTokenOfTheHostIsNobody() {
        assertThat(post(registry.token(Scope.WRITE), wish("seen")).statusCode()).isEqualTo(403);
    }

    @Test
    void isRecordedReadAndReplayed() throws IOException {
        var token = RecordFixture.token(registry, Role.APPROVER);
        var made = post(token, wish("for the board"));
        var place = made.headers().firstValue("Location").orElseThrow();
        var id = read(made, 201).get("id").asLong();
        assertThat(place).isEqualTo("/api/v1/records/" + id);
        var whole = read(registry.get(place, token), 200);
        assertThat(whole.at("/record/reason").asText()).isEqualTo("for the board");
        assertThat(whole.at("/verdict/schema").asText()).isEqualTo("licet/verdict/1");
        var replay = read(registry.get(place + "/replay", token), 200);
        assertThat(replay.get("result").asText()).isEqualTo("equal");
        assertThat(replay.get("differences")).isEmpty();
        assertThat(replay.get("changes")).isEmpty();
        var audit = read(
                registry.get("/api/v1/audit?kind=record&id=" + id, RecordFixture.token(registry, Role.AUDITOR)), 200);
        assertThat(audit.at("/entries/0/action").asText()).isEqualTo("record.create");
        assertThat(audit.at("/entries/0/detail/closure").asText())
                .isEqualTo(whole.at("/record/closure").asText());
        var ofModel = read(
                registry.get(
                        "/api/v1/audit?kind=model&id=" + RecordFixture.MODEL,
                        RecordFixture.token(registry, Role.AUDITOR)),
                200);
        assertThat(ofModel.get("entries")).isNotEmpty();
    }

    @Test
    void listsMeetWithoutGap() throws IOException {
        var token = RecordFixture.token(registry, Role.REVIEWER);
        for (int i = 0; i < 3; i++) {
            post(token, wish("page " + i));
        }
        var seen = new ArrayList<Long>();
        String next = "";
        do {
            var page = read(
                    registry.get(
                            "/api/v1/records?limit=2&model=" + RecordFixture.MODEL.toUpperCase(java.util.Locale.ROOT)
                                    + "&deployment=" + RecordFixture.DEPLOYMENT + next,
                            token),
                    200);
            page.get("records").forEach(one -> seen.add(one.get("id").asLong()));
            next = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!next.isEmpty());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(3).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(read(registry.get("/api/v1/records?deployment=none", token), 200)
                        .get("records"))
                .isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsRefused() throws IOException {
        var token = RecordFixture.token(registry, Role.REVIEWER);
        read(post(token, wish("  ")), 400);
        read(post(token, Map.of("model", "no/body", "deployment", RecordFixture.DEPLOYMENT, "reason", "r")), 404);
        read(post(token, Map.of("model", RecordFixture.MODEL, "deployment", "none", "reason", "r")), 400);
        read(registry.get("/api/v1/records/999999", token), 404);
    }
}
