package licet.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licet.registry.fact.Samples;
import licet.registry.identity.NewToken;
import licet.registry.identity.Tokens;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.rules.format.CanonicalJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedViewsApiTest {
    private static final String PLACE = "/api/v1/views";
    private static final JsonMapper JSON = new JsonMapper();

    private static TestRegistry registry;
    private static String one = "";
    private static String other = "";

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
        registry.bean(ActiveKnowledge.class).activate();
        registry.bean(Samples.class).loadIfEmpty();
        one = tokenOf("one");
        other = tokenOf("other");
    }

    @BeforeEach
    void forget() {
        registry.bean(Database.class).write(sql -> sql.update("DELETE FROM saved_view"));
    }

    private static String tokenOf(String login) {
        var id = UUID.randomUUID();
        registry.bean(Database.class)
                .write(sql -> sql.update(
                        "INSERT INTO person (id, login, state, created_at, version) VALUES (?, ?, 'active', ?, 0)",
                        id,
                        login,
                        Instant.parse("2026-11-01T00:00:00Z")));
        var person = new Principal(id, login, Set.of(), Set.of(), new Principal.Via.Session(FormToken.of(login)));
        return registry.bean(Tokens.class)
                .create(new NewToken("views", Scope.WRITE, null), person)
                .secret();
    }

    private static HttpResponse<String> send(String method, String path, String token, String body) {
        return registry.send(registry.request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> save(String token, String name, String parameters) {
        return send("POST", PLACE, token, CanonicalJson.write(Map.of("name", name, "parameters", parameters)));
    }

    private static JsonNode list(String token) throws IOException {
        return JSON.readTree(send("GET", PLACE, token, "").body()).get("views");
    }

    @Test
    void aViewIsKeptShownAndDeleted() throws IOException {
        var made = save(one, "  Free to use  ", "sort=name&license=mit&license=apache-2.0&q=");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String place = made.headers().firstValue("Location").orElseThrow();
        var view = JSON.readTree(send("GET", place, one, "").body());
        assertThat(view.get("name").asText()).isEqualTo("Free to use");
        assertThat(view.get("parameters").asText()).isEqualTo("license=apache-2.0,mit");
        assertThat(view.has("problem")).isFalse();
        assertThat(list(one)).hasSize(1);
        assertThat(send("DELETE", place, one, "").statusCode()).isEqualTo(204);
        assertThat(send("GET", place, one, "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", place, one, "").statusCode()).isEqualTo(404);
        var actions = registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT action FROM audit_entry WHERE object_kind = 'view' AND object_id = ? ORDER BY seq",
                        row -> row.getString("action"),
                        place.substring(place.lastIndexOf('/') + 1)));
        assertThat(actions).containsExactly("view.save", "view.delete");
    }

    @Test
    void whatItKeepsIsAListThatCanBeAskedFor() throws IOException {
        save(one, "Denied", "verdict=DENY&deployment=eu-internal-tool&sort=released");
        String parameters = list(one).get(0).get("parameters").asText();
        assertThat(parameters).isEqualTo("verdict=eu-internal-tool:DENY&sort=released");
        assertThat(registry.get("/api/v1/models?" + parameters, one).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyElseSeesOrDeletesIt() throws IOException {
        String place = save(one, "Mine", "").headers().firstValue("Location").orElseThrow();
        assertThat(list(other)).isEmpty();
        assertThat(send("GET", place, other, "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", place, other, "").statusCode()).isEqualTo(404);
        assertThat(save(other, "Mine", "").statusCode()).isEqualTo(201);
        assertThat(list(one)).hasSize(1);
    }

    @Test
    void aNameIsTakenOnceWhateverItsCase() throws IOException {
        assertThat(save(one, "Free to use", "").statusCode()).isEqualTo(201);
        var again = save(one, "FREE to use", "sort=likes");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(again.body()).contains("choose another name");
        assertThat(list(one)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `{}`,                                              /name
            `{"name":" "}`,                                    /name
            `{"name":7}`,                                      /name
            `{"name":"a\\nb"}`,                                /name
            `{"name":"x","parameters":"sort=color"}`,          /parameters
            `{"name":"x","parameters":"nothing=known"}`,       /parameters
            `{"name":"x","parameters":"license=my-own"}`,      /parameters
            `{"name":"x","parameters":"verdict=gone:ALLOW"}`,  /parameters
            `{"name":"x","parameters":"q=100%"}`,              /parameters
            `{"name":"x","parameters":[]}`,                    /parameters
            `{"name":"x","else":1}`,                           /else
            `[]`,                                              /
            """)
    void whatIsWrongIsNamed(String body, String field) {
        var answer = send("POST", PLACE, one, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void aNameHasAtMostEightyCharacters() {
        assertThat(save(one, "模".repeat(80), "").statusCode()).isEqualTo(201);
        assertThat(save(one, "a".repeat(81), "").statusCode()).isEqualTo(400);
        assertThat(save(one, "x", "q=" + "y".repeat(4_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void aHundredViewsAreEnough() {
        for (int i = 0; i < SavedView.MOST; i++) {
            assertThat(save(one, "view " + i, "").statusCode()).isEqualTo(201);
        }
        var more = save(one, "one more", "");
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(more.body()).contains("delete a view first");
    }

    @Test
    void aViewOfSomethingThatIsGoneSaysSo() throws Exception {
        save(one, "Old", "license=mit");
        try (var owner = registry.database().owner().connect()) {
            new Statements(owner).update("UPDATE saved_view SET parameters = 'license=gone&verdict=x:ALLOW'");
        }
        var view = list(one).get(0);
        assertThat(view.get("problem").asText()).contains("license=gone", "use one of");
        assertThat(view.get("name").asText()).isEqualTo("Old");
    }

    @Test
    void aTokenOfTheHostHasNoViews() throws IOException {
        String host = registry.token(Scope.WRITE);
        assertThat(list(host)).isEmpty();
        assertThat(save(host, "x", "").statusCode()).isEqualTo(403);
        assertThat(save(registry.token(Scope.READ), "x", "").statusCode()).isEqualTo(403);
    }
}
