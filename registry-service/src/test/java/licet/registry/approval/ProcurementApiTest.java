package licet.registry.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import licet.registry.decision.Deliberation;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RepeatedRequests;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.rules.format.CanonicalJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a procurement system does over HTTP, with tokens of people. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ProcurementApiTest {
    private static final String PLACE = "/api/v1/approval-requests";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static TestRegistry registry;
    private static Office office;
    private static List<Deliberation> cases;
    private static Principal legal;
    private static Principal deputy;
    private static String asks;
    private static String asLegal;
    private static String asCounsel;

    @BeforeAll
    static void start() {
        registry = Office.quiet();
        office = Office.open(registry);
        cases = office.cases(6);
        asks = office.token(office.person("asks", Set.of(Role.REQUESTER), Set.of()), Scope.WRITE);
        legal = office.person("legal", Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL));
        deputy = office.person("deputy", Set.of(Role.REVIEWER), Set.of());
        asLegal = office.token(legal, Scope.WRITE);
        var counsel = office.person("counsel", Set.of(Role.REVIEWER), Set.of(ReviewTopic.LEGAL));
        asCounsel = office.token(counsel, Scope.WRITE);
    }

    @BeforeEach
    void nothingIsOpen() {
        registry.clock().advance(Duration.ofMinutes(1));
        registry.bean(Database.class)
                .write(sql -> sql.update("UPDATE approval_request SET state = 'withdrawn', decided_at = now()"
                        + " WHERE state IN ('draft', 'in-review', 'returned')"));
    }

    private static HttpResponse<String> post(String path, Object body, String token, String... headers) {
        var request = registry.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(CanonicalJson.write(body)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return registry.send(request);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            throw new IllegalStateException(answer.body(), notJson);
        }
    }

    private static Map<String, Object> wish(Deliberation about) {
        return Map.of(
                "model", about.model().model().value(),
                "revision", about.model().revision(),
                "deployment", about.deployment().value(),
                "justification", "The assistant needs it.",
                "neededBy", "2026-12-31");
    }

    private static String submitted(Deliberation about) {
        var made = post(PLACE, wish(about), asks);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String id = json(made).get("id").asText();
        var asked = post(PLACE + "/" + id + "/submit", Map.of(), asks);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        return id;
    }

    private static Map<String, Object> vote(String reason) {
        return Map.of("round", 1, "stage", "legal", "decision", "approve", "reason", reason);
    }

    private static Map<String, Object> votes(List<String> ids) {
        var items = ids.stream()
                .map(id -> Map.of("id", id, "round", 1, "stage", "legal"))
                .toList();
        return Map.of("decision", "approve", "reason", "Looked at all of them.", "requests", items);
    }

    private static long entries(String id) {
        return office.count("SELECT count(*) FROM audit_entry WHERE object_id = ?", id);
    }

    @Test
    void the_board_pages_through_everything_once_in_every_order_and_filters() {
        var ids = cases.stream().map(ProcurementApiTest::submitted).toList();
        for (var sort : BoardSort.values()) {
            var seen = new ArrayList<String>();
            String cursor = "";
            do {
                var page = json(registry.get(
                        PLACE + "?state=in-review&limit=4&sort=" + sort.word() + "&cursor=" + cursor, asks));
                page.get("requests").forEach(row -> seen.add(row.get("id").asText()));
                cursor = page.path("next").asText("");
            } while (!cursor.isEmpty() && !cursor.equals("null"));
            assertThat(seen).as(sort.word()).containsExactlyInAnyOrderElementsOf(ids);
        }
        var about = cases.getFirst();
        var filters = "?state=in-review&stage=legal&neededBy=2026-12-31&model="
                + about.model().model().value().toUpperCase(java.util.Locale.ROOT) + "&deployment="
                + about.deployment().value();
        assertThat(json(registry.get(PLACE + filters, asks)).get("requests"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("id").asText()).isEqualTo(ids.getFirst());
                    assertThat(row.get("waiting").toString()).isEqualTo("[\"legal\"]");
                });
        for (var nothing : List.of("?stage=approval", "?neededBy=2026-12-30", "?requester=" + UUID.randomUUID())) {
            assertThat(json(registry.get(PLACE + nothing + "&state=in-review", asks))
                            .get("requests"))
                    .as(nothing)
                    .isEmpty();
        }
        for (var wrong : List.of("?sort=name", "?state=open", "?limit=201", "?cursor=x", "?neededBy=soon")) {
            assertThat(registry.get(PLACE + wrong, asks).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void many_are_decided_with_one_reason_and_each_outcome_is_told() {
        var ids = cases.stream().limit(3).map(ProcurementApiTest::submitted).toList();
        post(PLACE + "/" + ids.get(1) + "/withdraw", Map.of("words", "Not needed."), asks);
        var answer = json(post(PLACE + "/decisions", votes(ids), asLegal)).get("outcomes");
        assertThat(answer).extracting(each -> each.get("status").asInt()).containsExactly(200, 409, 200);
        assertThat(answer.get(1).get("problem").get("type").asText()).isEqualTo("urn:licet:problem:conflict");
        assertThat(ids).extracting(ProcurementApiTest::entries).containsExactly(3L, 3L, 3L);
        assertThat(json(post(PLACE + "/decisions", votes(ids), asks)).get("outcomes"))
                .extracting(each -> each.get("status").asInt())
                .as("the requester")
                .containsExactly(403, 409, 403);
        assertThat(post(PLACE + "/decisions", votes(List.of(ids.get(0), ids.get(0))), asLegal)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_same_key_has_one_effect_and_one_answer_also_for_many_at_once() throws Exception {
        String key = "order 4711".replace(' ', '-');
        Callable<HttpResponse<String>> ask =
                () -> post(PLACE, wish(cases.getFirst()), asks, RepeatedRequests.HEADER, key);
        try (var pool = Executors.newFixedThreadPool(6)) {
            var answers = new ArrayList<HttpResponse<String>>();
            for (var each :
                    pool.invokeAll(IntStream.range(0, 6).mapToObj(n -> ask).toList())) {
                answers.add(each.get());
            }
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .containsOnly(answers.getFirst().body());
            assertThat(answers)
                    .extracting(each -> each.headers().firstValue("Location").orElseThrow())
                    .containsOnly(
                            PLACE + "/" + json(answers.getFirst()).get("id").asText());
            assertThat(office.count("SELECT count(*) FROM approval_request WHERE state = 'draft'"))
                    .isEqualTo(1);
        }
        var other = post(PLACE, wish(cases.get(1)), asks, RepeatedRequests.HEADER, key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).get("type").asText()).isEqualTo("urn:licet:problem:key-reused");
        registry.clock().advance(Duration.ofHours(25));
        assertThat(post(PLACE, wish(cases.get(1)), asks, RepeatedRequests.HEADER, key)
                        .statusCode())
                .as("after a day it is free")
                .isEqualTo(201);
    }

    @Test
    void a_key_whose_request_was_refused_is_free_and_many_decided_under_one_are_decided_once() {
        var ids = cases.stream().limit(2).map(ProcurementApiTest::submitted).toList();
        String place = PLACE + "/" + ids.getFirst() + "/decisions";
        assertThat(post(place, vote(" "), asLegal, RepeatedRequests.HEADER, "k").statusCode())
                .isEqualTo(400);
        assertThat(post(place, vote("Fine."), asLegal, RepeatedRequests.HEADER, "k")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(place, vote("Fine."), asLegal).statusCode()).isEqualTo(409);
        var once = post(PLACE + "/decisions", votes(ids), asCounsel, RepeatedRequests.HEADER, "b");
        var twice = post(PLACE + "/decisions", votes(ids), asCounsel, RepeatedRequests.HEADER, "b");
        assertThat(json(once).get("outcomes"))
                .extracting(each -> each.get("status").asInt())
                .containsOnly(200);
        assertThat(twice.body()).isEqualTo(once.body());
        assertThat(ids).extracting(ProcurementApiTest::entries).containsExactly(4L, 3L);
    }

    @Test
    void of_a_double_click_one_decides_and_the_other_is_told() throws Exception {
        String id = submitted(cases.getFirst());
        try (var pool = Executors.newFixedThreadPool(2)) {
            var click = (Callable<Integer>) () ->
                    post(PLACE + "/" + id + "/decisions", vote("Yes."), asLegal).statusCode();
            var both = pool.invokeAll(List.of(click, click));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(entries(id)).isEqualTo(3);
    }

    @Test
    void what_was_decided_leaves_as_evidence_for_auditors_without_what_people_said() {
        String id = submitted(cases.getFirst());
        post(PLACE + "/" + id + "/comments", Map.of("words", "Between us: privileged."), asLegal);
        post(PLACE + "/" + id + "/decisions", vote("=1+1, \"fine\""), asLegal);
        submitted(cases.get(1));
        var auditor = office.token(office.person("auditor", Set.of(Role.AUDITOR), Set.of()), Scope.READ);
        String place = PLACE + "/export?state=in-review&format=";
        var json = registry.get(place + "json", auditor);
        assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
        assertThat(json(json)).hasSize(2);
        var line = json(json).get(1).get("request").asText().equals(id)
                ? json(json).get(1)
                : json(json).get(0);
        assertThat(line.at("/reviewers/0/person/login").asText()).isEqualTo("legal");
        assertThat(line.at("/policy/key").asText()).isEqualTo("office");
        assertThat(line.get("licenses")).isNotEmpty();
        assertThat(line.get("clauses")).isNotEmpty();
        assertThat(line.at("/licenses/0/key").asText()).matches("[a-z0-9][a-z0-9.+@-]*");
        var csv = registry.get(place + "csv", auditor);
        assertThat(csv.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body())
                .startsWith("request,state,requester,")
                .contains(id)
                .contains(": =1+1, \"\"fine\"\"");
        for (var file : List.of(json, csv)) {
            assertThat(file.body()).doesNotContain("Between us");
        }
        assertThat(registry.get(place + "csv", asks).statusCode()).isEqualTo(403);
        assertThat(registry.get(place + "xml", auditor).statusCode()).isEqualTo(400);
    }

    @Test
    void a_document_goes_in_and_comes_out_as_a_file_to_save() {
        String id = submitted(cases.getFirst());
        var content = "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var body = Map.of(
                "name",
                "prüfung\"\r\n.txt".replace("\r\n", ""),
                "type",
                "text/plain",
                "base64",
                Base64.getEncoder().encodeToString(content),
                "words",
                "What the supplier sent.");
        var attached = post(PLACE + "/" + id + "/documents", body, asks);
        assertThat(attached.statusCode()).as(attached.body()).isEqualTo(200);
        String hash = json(attached).at("/messages/0/file/sha256").asText();
        var file = registry.get(PLACE + "/" + id + "/documents/" + hash, asLegal);
        assertThat(file.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("attachment; filename=\"pr_fung_.txt\""));
        var html = Map.of("name", "a.html", "type", "text/html", "base64", "YQ==", "words", "x");
        assertThat(post(PLACE + "/" + id + "/documents", html, asks).statusCode())
                .isEqualTo(400);
        var large = Map.of(
                "name", "a.txt",
                "type", "text/plain",
                "base64", Base64.getEncoder().encodeToString(new byte[DocumentText.LARGEST + 1]),
                "words", "x");
        assertThat(post(PLACE + "/" + id + "/documents", large, asks).statusCode())
                .isEqualTo(400);
    }

    @Test
    void who_goes_away_names_a_deputy_who_decides_until_it_is_ended() {
        String id = submitted(cases.getFirst());
        String asDeputy = office.token(deputy, Scope.WRITE);
        var vote = Map.of(
                "round", 1,
                "stage", "legal",
                "decision", "approve",
                "reason", "For my colleague.",
                "onBehalfOf", Office.id(legal).toString());
        assertThat(post(PLACE + "/" + id + "/decisions", vote, asDeputy).statusCode())
                .isEqualTo(403);
        var now = registry.clock().instant();
        var delegation = Map.of(
                "delegate", Office.id(deputy).toString(),
                "from", now.toString(),
                "until", now.plus(Duration.ofDays(7)).toString());
        var made = post("/api/v1/approval-delegations", delegation, asLegal);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(json(registry.get("/api/v1/approval-delegations", asDeputy)).get("delegations"))
                .hasSize(1);
        assertThat(post(PLACE + "/" + id + "/decisions", vote, asDeputy).statusCode())
                .isEqualTo(200);
        String end = "/api/v1/approval-delegations/" + json(made).get("id").asText() + "/end";
        assertThat(post(end, Map.of(), asDeputy).statusCode()).as("not theirs").isEqualTo(404);
        assertThat(post(end, Map.of(), asLegal).statusCode()).isEqualTo(200);
        assertThat(json(registry.get("/api/v1/approval-delegations", asLegal)).get("delegations"))
                .isEmpty();
    }
}
