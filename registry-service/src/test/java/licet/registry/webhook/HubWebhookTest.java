package licet.registry.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import licet.registry.platform.Database;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubWebhookTest {
    private static final String SECRET = "a secret of the test";
    private static final String MAIN =
            "\"updatedRefs\":[{\"ref\":\"refs/heads/main\",\"oldSha\":null,\"newSha\":\"%s\"}]";

    private static TestRegistry registry;

    @BeforeAll
    static void start() {
        registry = TestRegistry.apart(Map.of("licet.jobs.enabled", "false", "licet.webhook.secret", SECRET));
    }

    @BeforeEach
    void nothingQueued() {
        registry.bean(Database.class).write(sql -> sql.update("DELETE FROM scheduled_tasks"));
    }

    private static String payload(String scope, String type, String name, String more) {
        return "{\"event\":{\"action\":\"update\",\"scope\":\"%s\"},\"repo\":{\"type\":\"%s\",\"name\":\"%s\",\"id\":\"%s\"},%s\"webhook\":{\"id\":\"w\",\"version\":3}}"
                .formatted(scope, type, name, "6".repeat(24), more.isEmpty() ? "" : more + ",");
    }

    private static HttpResponse<String> send(TestRegistry to, String secret, String body) {
        var request = to.request("/webhooks/huggingface")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return to.send(secret.isEmpty() ? request : request.header("X-Webhook-Secret", secret));
    }

    private static long queued() {
        return registry.bean(Database.class)
                .read(sql -> sql.get("SELECT count(*) AS n FROM scheduled_tasks", row -> row.getLong("n")));
    }

    @Test
    void aPushQueuesTheModelOnceHoweverOftenItIsTold() {
        String push = payload("repo.content", "model", "Qwen/Qwen2.5-32B-Instruct", MAIN.formatted("1".repeat(40)));
        for (int i = 0; i < 3; i++) {
            var answer = send(registry, SECRET, push);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"outcome\":\"queued\"}");
        }
        assertThat(queued()).isEqualTo(1);
        send(
                registry,
                SECRET,
                payload("repo.content", "model", "Qwen/Qwen2.5-32B-Instruct", MAIN.formatted("2".repeat(40))));
        assertThat(queued()).as("another push").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            discussion,         model,   a/b,   ``
            discussion.comment, model,   a/b,   ``
            repo.content,       space,   a/b,   ``
            repo,               dataset, a/b,   ``
            repo.content,       model,   a/b,   `"updatedRefs":[{"ref":"refs/pr/5","oldSha":null,"newSha":"2"}]`
            """)
    void whatIsNotAboutAModelsMainIsIgnored(String scope, String type, String name, String more) {
        assertThat(send(registry, SECRET, payload(scope, type, name, more)).body())
                .isEqualTo("{\"outcome\":\"ignored\"}");
        assertThat(queued()).isZero();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            repo,          gpt2,     ``,                                     gpt2@main
            repo.config,   a/b,      `"updatedConfig":{}`,                   a/b@main
            repo.new.kind, a/b,      ``,                                     a/b@main
            repo,          a/b,      `"movedTo":{"name":"c/d"}`,             c/d@main
            """)
    void otherNewsOfARepositoryCounts(String scope, String name, String more, String queued) {
        assertThat(send(registry, SECRET, payload(scope, "model", name, more)).statusCode())
                .isEqualTo(202);
        var instance = registry.bean(Database.class)
                .read(sql -> sql.get("SELECT task_instance FROM scheduled_tasks", row -> row.getString(1)));
        assertThat(instance).startsWith(queued + "#");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            not json
            []
            {}
            {"event":{"scope":"repo"},"repo":{"type":"model"}}
            {"event":{"scope":"repo"},"repo":{"type":"model","name":"../../etc"}}
            {"event":{"scope":{}},"repo":{"type":"model","name":"a/b"}}
            """)
    void anotherBodyIsRefusedAndQueuesNothing(String body) {
        assertThat(send(registry, SECRET, body).statusCode()).isEqualTo(400);
        assertThat(queued()).isZero();
    }

    @Test
    void theSecretIsDemanded() {
        String push = payload("repo", "model", "a/b", "");
        assertThat(send(registry, "", push).statusCode()).isEqualTo(401);
        for (String wrong :
                new String[] {"wrong", SECRET + "x", SECRET.substring(1), SECRET.toUpperCase(java.util.Locale.ROOT)}) {
            var answer = send(registry, wrong, push);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain(SECRET);
        }
        assertThat(queued()).isZero();
    }

    @Test
    void aGiantBodyIsRefused() {
        String giant = payload("repo", "model", "a/b", "\"filling\":\"" + "x".repeat(300 * 1024) + "\"");
        assertThat(send(registry, SECRET, giant).statusCode()).isEqualTo(413);
        assertThat(queued()).isZero();
    }

    @Test
    void withoutASecretThereIsNoSuchAddress() {
        var answer = send(TestRegistry.shared(), SECRET, payload("repo", "model", "a/b", ""));
        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
