package licet.tests.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import licet.registry.delivery.Dispatcher;
import licet.registry.identity.Tokens;
import licet.registry.platform.http.Credentials;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import licet.tests.standin.NpmClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library that receivers in JavaScript use, installed from a package registry at the versions of a lock file, accepts
 * what an installation sends over HTTP with the secret that it showed once, and nothing else.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SignatureProofTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> HEADERS = List.of("webhook-id", "webhook-timestamp", "webhook-signature");
    private static final String SENT = "licet.test";
    private static final String FOREIGN = "No matching signature found";

    @TempDir
    private static Path folder;

    private final TestRegistry registry = TestRegistry.apart(Map.of(
            "licet.jobs.enabled",
            "false",
            "licet.delivery.key",
            Base64.getEncoder().encodeToString(new byte[32]),
            "licet.delivery.allow",
            "127.0.0.1"));
    private final List<ObjectNode> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private HttpServer receiver;
    private String token = "";

    /** @param spoil what happens to the message on its way */
    private record Case(String name, Consumer<ObjectNode> spoil, Duration later, String verdict) {}

    private static final List<Case> CASES = List.of(
            new Case("as it was sent", _ -> {}, Duration.ZERO, SENT),
            new Case("a space more", sent -> sent.put("body", sent.get("body").asText() + " "), Duration.ZERO, FOREIGN),
            new Case("another id", sent -> header(sent, "webhook-id", "1"), Duration.ZERO, FOREIGN),
            new Case("another moment", SignatureProofTest::aSecondOn, Duration.ZERO, FOREIGN),
            new Case(
                    "no signature",
                    sent -> header(sent, "webhook-signature", ""),
                    Duration.ZERO,
                    "Missing required headers"),
            new Case("five minutes on", _ -> {}, Duration.ofMinutes(5), SENT),
            new Case("kept and sent again", _ -> {}, Duration.ofMinutes(6), "Message timestamp too old"));

    private static void header(ObjectNode sent, String name, String value) {
        ((ObjectNode) sent.get("headers")).put(name, value);
    }

    private static void aSecondOn(ObjectNode sent) {
        header(sent, "webhook-timestamp", Long.toString(moment(sent) + 1));
    }

    private static long moment(ObjectNode sent) {
        return sent.get("headers").get("webhook-timestamp").asLong();
    }

    @BeforeEach
    void listen() throws IOException {
        var person = registry.bean(Credentials.class).findBySession(registry.session());
        token = registry.bean(Tokens.class)
                .create("hooks", Scope.WRITE, 7, person.orElseThrow())
                .secret();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                var message = JSON.createObjectNode();
                var headers = message.putObject("headers");
                HEADERS.forEach(
                        name -> headers.put(name, exchange.getRequestHeaders().getFirst(name)));
                var body = exchange.getRequestBody().readAllBytes();
                received.add(message.put("body", new String(body, StandardCharsets.UTF_8)));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        registry.stop();
    }

    @Test
    void aForeignLibraryAcceptsWhatWasSentAndNothingElse() throws Exception {
        var npm = NpmClient.installOrSkip(Path.of("target", "npm-webhooks"), "webhooks", List.of("verify.mjs"));
        String secret = made("one").get("secret").asText();
        var sent = tested("one");
        for (var one : CASES) {
            var spoiled = sent.deepCopy();
            one.spoil().accept(spoiled);
            var at = moment(sent) + one.later().toSeconds();
            assertThat(verdict(npm, spoiled, secret, at)).as(one.name()).isEqualTo(one.verdict());
        }
        String stranger = made("another").get("secret").asText();
        assertThat(verdict(npm, sent, stranger, moment(sent))).isEqualTo(FOREIGN);
    }

    @Test
    void bothSecretsFitForADayAfterOneWasExchanged() throws Exception {
        var npm = NpmClient.installOrSkip(Path.of("target", "npm-webhooks"), "webhooks", List.of("verify.mjs"));
        String before = made("one").get("secret").asText();
        String after = post(path("one") + "/rotate", "").get("secret").asText();
        var during = tested("one");
        assertThat(verdict(npm, during, before, moment(during))).isEqualTo(SENT);
        assertThat(verdict(npm, during, after, moment(during))).isEqualTo(SENT);
        registry.clock().advance(Duration.ofHours(25));
        var then = tested("one");
        assertThat(verdict(npm, then, before, moment(then))).isEqualTo(FOREIGN);
        assertThat(verdict(npm, then, after, moment(then))).isEqualTo(SENT);
    }

    private String path(String name) {
        return "/" + ids.get(name);
    }

    private ObjectNode made(String name) throws IOException {
        var address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        var wish = JSON.createObjectNode().put("name", name).put("address", address);
        wish.putArray("topics").add("approval.");
        var made = post("", wish.toString());
        ids.put(name, made.findValue("id").asText());
        return made;
    }

    private ObjectNode tested(String name) throws IOException {
        int before = received.size();
        post(path(name) + "/test", "");
        registry.bean(Dispatcher.class).run();
        assertThat(received).hasSize(before + 1);
        return received.getLast();
    }

    private ObjectNode post(String path, String body) throws IOException {
        var answer = registry.send(registry.request("/api/v1/webhooks" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        var read = JSON.readTree(answer.body());
        return read instanceof ObjectNode object ? object : JSON.createObjectNode();
    }

    private static String verdict(NpmClient npm, ObjectNode message, String secret, long seconds)
            throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("message.json"), message.toString());
        return npm.node("verify.mjs", List.of(file.toString(), secret, Long.toString(seconds)))
                .get("verdict")
                .asText();
    }
}
