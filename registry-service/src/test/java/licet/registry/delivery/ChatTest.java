package licet.registry.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import licet.registry.alert.AlertKind;
import licet.registry.alert.Alerts;
import licet.registry.alert.NewAlert;
import licet.registry.platform.Database;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Standing;
import licet.registry.platform.problem.ProblemException;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Chats are told of alerts in words; their addresses are kept as secrets. */
class ChatTest {
    private static final Principal ADMINISTRATOR = new Principal(
            new UUID(7, 7),
            "head",
            new Standing(Set.of(Role.ADMINISTRATOR), Set.of(), Set.of()),
            Set.of(),
            new Principal.Via.Session(FormToken.of("head")));
    private static final TestRegistry REGISTRY = TestRegistry.apart(Map.of(
            "licet.jobs.enabled", "false",
            "licet.delivery.key", Base64.getEncoder().encodeToString(new byte[32]),
            "licet.delivery.allow", "127.0.0.1",
            "licet.public-url", "https://licet.example.com"));

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private static Receiver add(String name, Listener listener, ReceiverFormat format) {
        var made = REGISTRY.bean(Receivers.class)
                .create(new NewReceiver(name, listener.address() + "/T0/s3cret", List.of(), format), ADMINISTRATOR);
        assertThat(made.secret()).isEmpty();
        return made.receiver();
    }

    private static void alert(String model) {
        REGISTRY.bean(Database.class).write(sql -> {
            REGISTRY.bean(AuditLog.class).append(AuditEvent.of(Actor.PRODUCT, "drift.tell", "model", "1", Map.of()));
            REGISTRY.bean(Alerts.class)
                    .raise(
                            sql,
                            NewAlert.open(
                                    AlertKind.LICENSE_TEXT_CHANGED,
                                    "model",
                                    "1",
                                    Map.of(
                                            NewAlert.OF,
                                            model,
                                            "model",
                                            model,
                                            "path",
                                            "LICENSE",
                                            "before",
                                            "Apache License",
                                            "after",
                                            "<!channel> [pay](https://evil.example.com) & run",
                                            NewAlert.LINK,
                                            "/models/acme/small")));
            return 0;
        });
        REGISTRY.bean(Dispatcher.class).run();
    }

    private static JsonNode only(Listener listener) throws IOException {
        assertThat(listener.all).hasSize(1);
        assertThat(listener.all.getFirst().headers().firstValue("webhook-signature"))
                .isEmpty();
        return new ObjectMapper().readTree(listener.all.getFirst().body());
    }

    @Test
    void slackGetsTextThatCallsNobody() throws IOException {
        try (var listener = new Listener(_ -> Listener.Reply.OK)) {
            var receiver = add("slack", listener, ReceiverFormat.SLACK);
            alert("acme/small");
            var body = only(listener);
            assertThat(body.get("text").asText()).isEqualTo("The text of a license changed: acme/small");
            assertThat(body.at("/blocks/0/text/text").asText())
                    .isEqualTo("*The text of a license changed*\nacme/small\nLICENSE: Apache License → "
                            + "&lt;!channel&gt; [pay](https://evil.example.com) &amp; run\n"
                            + "<https://licet.example.com/models/acme/small|Open in Licet>");
            REGISTRY.bean(Receivers.class).test(receiver.id(), ADMINISTRATOR);
            REGISTRY.bean(Dispatcher.class).run();
            assertThat(listener.all.getLast().body()).contains("A test: messages of Licet arrive here");
            REGISTRY.bean(Receivers.class).delete(receiver.id(), ADMINISTRATOR);
        }
    }

    @Test
    void teamsGetsACardOfPlainRuns() throws IOException {
        try (var listener = new Listener(_ -> Listener.Reply.OK)) {
            var receiver = add("teams", listener, ReceiverFormat.TEAMS);
            alert("acme/large");
            var card = only(listener).at("/attachments/0/content");
            assertThat(card.get("type").asText()).isEqualTo("AdaptiveCard");
            assertThat(card.get("version").asText()).isEqualTo("1.4");
            assertThat(card.findValuesAsText("type")).contains("RichTextBlock").doesNotContain("TextBlock");
            assertThat(card.get("body").findValuesAsText("text"))
                    .containsExactly(
                            "The text of a license changed",
                            "acme/large",
                            "LICENSE: Apache License → <!channel> [pay](https://evil.example.com) & run");
            assertThat(card.at("/actions/0/url").asText()).isEqualTo("https://licet.example.com/models/acme/small");
            REGISTRY.bean(Receivers.class).delete(receiver.id(), ADMINISTRATOR);
        }
    }

    @Test
    void theAddressIsShownNowhere() {
        try (var listener = new Listener(_ -> Listener.Reply.of(500))) {
            var receiver = add("hidden", listener, ReceiverFormat.SLACK);
            assertThat(receiver.address())
                    .startsWith("http://127.0.0.1:")
                    .endsWith("/…")
                    .doesNotContain("hook");
            assertThat(receiver.topics()).containsExactly("alert.");
            alert("acme/hidden");
            var rows = REGISTRY.bean(Database.class)
                    .read(sql -> sql.list(
                            "SELECT row_to_json(r)::text AS row FROM webhook_receiver r UNION ALL"
                                    + " SELECT row_to_json(t)::text FROM webhook_try t UNION ALL"
                                    + " SELECT row_to_json(a)::text FROM audit_entry a",
                            row -> row.getString("row")));
            assertThat(rows).noneMatch(row -> row.contains("s3cret"));
            REGISTRY.bean(Receivers.class).delete(receiver.id(), ADMINISTRATOR);
        }
    }

    @Test
    void aChatIsToldOfAlertsAlone() {
        assertThatThrownBy(() -> new NewReceiver(
                        "all", "https://hooks.example.com/x", List.of("approval."), ReceiverFormat.TEAMS))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("alert.");
    }
}
