package licet.registry.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import licet.registry.platform.Database;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchesApiTest {
    private static TestRegistry registry;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false"));
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return registry.send(registry.request(path)
                .header("Authorization", "Bearer " + registry.token(Scope.WRITE))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void aWatchIsMadeShownAndEnded() {
        var made = send("POST", "/api/v1/watches", "{\"kind\":\"family\",\"owner\":\"Qwen\",\"search\":\"Qwen2.5\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        String place = made.headers().firstValue("Location").orElseThrow();
        assertThat(send("GET", place, "").body())
                .contains("\"kind\":\"family\"", "\"owner\":\"Qwen\"", "\"tier\":\"examined\"", "\"everyHours\":24");
        assertThat(send("GET", "/api/v1/watches", "").body()).contains(place.substring(place.lastIndexOf('/') + 1));
        var again = send("POST", "/api/v1/watches", "{\"kind\":\"family\",\"owner\":\"qwen\",\"search\":\"qwen2.5\"}");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(send("DELETE", place, "").statusCode()).isEqualTo(204);
        assertThat(send("GET", place, "").statusCode()).isEqualTo(404);
        assertThat(send("DELETE", place, "").statusCode()).isEqualTo(404);
        var actions = registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT action FROM audit_entry WHERE object_kind = 'watch' ORDER BY seq",
                        row -> row.getString("action")));
        assertThat(actions).containsExactly("watch.create", "watch.end");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `{}`,                                                  /kind
            `{"kind":"everything"}`,                               /kind
            `{"kind":"developer"}`,                                /owner
            `{"kind":"developer","owner":"a/b"}`,                  /owner
            `{"kind":"developer","owner":"..","tier":"listed"}`,   /owner
            `{"kind":"family","owner":"Qwen","search":" "}`,       /search
            `{"kind":"model","model":"not a model"}`,              /model
            `{"kind":"collection","collection":"no id"}`,          /collection
            `{"kind":"hub","tier":"examined"}`,                    /tier
            `{"kind":"hub","tier":"closely"}`,                     /tier
            `{"kind":"hub","everyHours":0}`,                       /everyHours
            `{"kind":"hub","everyHours":1.5}`,                     /everyHours
            `{"kind":"hub","else":1}`,                             /else
            `[]`,                                                  /
            """)
    void whatIsWrongIsNamed(String body, String field) {
        var answer = send("POST", "/api/v1/watches", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void readersSeeWatchesAndMakeNone() {
        var reader = registry.request("/api/v1/watches")
                .header("Authorization", "Bearer " + registry.token(Scope.READ))
                .header("Content-Type", "application/json");
        assertThat(registry.send(reader.copy().GET()).statusCode()).isEqualTo(200);
        var post = reader.copy().POST(HttpRequest.BodyPublishers.ofString("{\"kind\":\"hub\"}"));
        assertThat(registry.send(post).statusCode()).isEqualTo(403);
    }
}
