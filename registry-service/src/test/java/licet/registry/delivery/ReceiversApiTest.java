package licet.registry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import licet.registry.identity.Tokens;
import licet.registry.platform.Database;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers over the API: who may, what is refused, and what is never shown again. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReceiversApiTest {
    private final TestRegistry registry = TestRegistry.apart(Map.of(
            "licet.jobs.enabled",
            "false",
            "licet.delivery.key",
            Base64.getEncoder().encodeToString(new byte[32]),
            "licet.delivery.allow",
            "127.0.0.1"));

    /** Of a person who is administrator: a token of the host is nobody. */
    private final String token = registry.bean(Tokens.class)
            .create(
                    "hooks",
                    Scope.WRITE,
                    7,
                    registry.bean(Credentials.class)
                            .findBySession(registry.session())
                            .orElseThrow())
            .secret();

    @AfterEach
    void stop() {
        registry.stop();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return registry.send(registry.request("/api/v1/webhooks" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static String wish(String name, String address) {
        return "{\"name\":\"%s\",\"address\":\"%s\",\"topics\":[\"approval.\"]}".formatted(name, address);
    }

    @Test
    void aReceiverIsMadeTestedTurnedAndRemoved() {
        try (var listener = new Listener(_ -> Listener.Reply.OK)) {
            var made = send("POST", "", wish("desk", listener.address()));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(made.body()).contains("\"secret\":\"whsec_");
            String secret = made.body().replaceAll(".*\"secret\":\"whsec_([^\"]+)\".*", "$1");
            String id = made.body().replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1");
            assertThat(send("GET", "", "").body()).contains(id).doesNotContain(secret);
            assertThat(send("GET", "/" + id, "").body())
                    .contains("\"state\":\"on\"")
                    .doesNotContain("ecret");
            assertThat(stored()).doesNotContain(secret);
            assertThat(send("POST", "/" + id + "/test", "").statusCode()).isEqualTo(202);
            registry.bean(Dispatcher.class).run();
            assertThat(listener.all).singleElement().matches(one -> one.body().contains("licet.test"));
            var log = send("GET", "/" + id + "/deliveries", "").body();
            assertThat(log).contains("\"state\":\"delivered\"", "\"status\":204");
            String message = listener.all.getFirst().id();
            assertThat(send("POST", "/" + id + "/deliveries/" + message + "/replay", "")
                            .statusCode())
                    .isEqualTo(200);
            registry.bean(Dispatcher.class).run();
            assertThat(listener.all).hasSize(2);
            assertThat(send("POST", "/" + id + "/off", "").body()).contains("\"state\":\"off\"");
            assertThat(send("POST", "/" + id + "/test", "").statusCode()).isEqualTo(409);
            assertThat(send("POST", "/" + id + "/on", "").body()).contains("\"state\":\"on\"");
            assertThat(send("POST", "/" + id + "/rotate", "").body())
                    .contains("whsec_")
                    .doesNotContain(secret);
            assertThat(send("DELETE", "/" + id, "").statusCode()).isEqualTo(204);
            assertThat(send("GET", "/" + id, "").statusCode()).isEqualTo(404);
            assertThat(send("POST", "", wish("desk", listener.address())).statusCode())
                    .as("its name is free again")
                    .isEqualTo(201);
            assertThat(actions())
                    .containsExactly(
                            "webhook.create",
                            "webhook.test",
                            "webhook.replay",
                            "webhook.off",
                            "webhook.on",
                            "webhook.rotate",
                            "webhook.delete",
                            "webhook.create");
        }
    }

    private String stored() {
        return registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT string_agg(r::text, ' ') AS rows FROM webhook_receiver r",
                        row -> row.getString("rows")));
    }

    private List<String> actions() {
        return registry.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT action FROM audit_entry WHERE object_kind = 'webhook' ORDER BY seq",
                        row -> row.getString("action")));
    }

    @Test
    void nonsenseIsRefusedWithTheField() {
        record Case(String body, String field) {}
        assertThat(send("POST", "", wish("taken", "http://127.0.0.1:9/x")).statusCode())
                .isEqualTo(201);
        for (var wrong : List.of(
                new Case(wish("Taken", "http://127.0.0.1:9/x"), "/name"),
                new Case(wish("", "http://127.0.0.1:9/x"), "/name"),
                new Case(wish("n".repeat(81), "http://127.0.0.1:9/x"), "/name"),
                new Case(wish("one", "https://10.0.0.1/x"), "/address"),
                new Case(wish("one", "https://localhost/x"), "/address"),
                new Case(wish("one", "gopher://x"), "/address"),
                new Case("{\"name\":\"one\",\"address\":\"http://127.0.0.1:9/x\",\"topics\":\"x\"}", "/topics"),
                new Case("{\"name\":\"one\",\"address\":\"http://127.0.0.1:9/x\",\"topics\":[\"A B\"]}", "/topics"),
                new Case("{\"name\":\"one\"}", "address"))) {
            var refused = send("POST", "", wrong.body());
            assertThat(refused.statusCode()).as(wrong.body()).isEqualTo(400);
            assertThat(refused.body()).contains(wrong.field());
        }
        assertThat(registry.get("/api/v1/webhooks", registry.token(Scope.READ)).statusCode())
                .as("without the scope")
                .isEqualTo(403);
        assertThat(send("GET", "/" + new java.util.UUID(1, 1) + "/deliveries", "")
                        .statusCode())
                .isEqualTo(404);
    }
}
