package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import licet.registry.platform.http.Scope;
import licet.registry.testing.Cable;
import licet.registry.testing.TestRegistry;
import licet.registry.testing.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without its database the gate refuses and says why, and comes back by itself. {@code -Dlicet.outage.seconds=10} makes it longer. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class OutageTest {
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("licet.outage.seconds", 4));
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final int CALLERS = 8;

    private static final TestRegistry REGISTRY = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
    private static final String PERMITTED = "/api/v1/gate/mistralai/Mistral-7B-v0.1?deployment=eu-internal-tool";

    private final String token = REGISTRY.token(Scope.GATE);

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    private static EmbeddedServer through(Cable cable, Map<String, Object> more) {
        var login = REGISTRY.database().app();
        var settings = new HashMap<String, Object>(more);
        settings.put("licet.jobs.enabled", "false");
        settings.put("datasources.default.url", login.url().replaceFirst(":\\d+/", ":" + cable.port() + "/"));
        return REGISTRY.beside(settings);
    }

    private static Cable cable() throws IOException {
        var url = URI.create(REGISTRY.database().app().url().substring("jdbc:".length()));
        return new Cable(url.getPort());
    }

    /** @param at when it was there */
    private record Seen(Instant at, int status, String body) {}

    private List<Seen> ask(EmbeddedServer server, AtomicBoolean over) throws Exception {
        var seen = new ArrayList<Seen>();
        try (var wire = new Wire(server.getURI(), token)) {
            while (!over.get()) {
                var answer = wire.get(PERMITTED);
                seen.add(new Seen(Instant.now(), answer.status(), answer.body()));
                if (answer.status() != 200) {
                    Thread.sleep(20);
                }
            }
        }
        return seen;
    }

    @Test
    void nothingIsPermittedOutsideOfTheLeaseAndItRecoversByItself() throws Exception {
        REGISTRY.clock().run();
        try (var cable = cable();
                var server = through(cable, Map.of());
                var callers = Executors.newFixedThreadPool(CALLERS)) {
            var over = new AtomicBoolean();
            Callable<List<Seen>> caller = () -> ask(server, over);
            var running = new ArrayList<Future<List<Seen>>>();
            for (int i = 0; i < CALLERS; i++) {
                running.add(callers.submit(caller));
            }
            Thread.sleep(2_000);
            var pulled = Instant.now();
            cable.pull();
            Thread.sleep(OUTAGE);
            cable.plug();
            var plugged = Instant.now();
            Thread.sleep(4_000);
            over.set(true);
            var all = new ArrayList<Seen>();
            for (var each : running) {
                all.addAll(each.get());
            }
            check(all, pulled, plugged);
        }
    }

    private static void check(List<Seen> all, Instant pulled, Instant plugged) {
        assertThat(all.stream().filter(seen -> seen.at().isBefore(pulled)).map(Seen::status))
                .isNotEmpty()
                .containsOnly(200);
        var during = all.stream()
                .filter(seen ->
                        seen.at().isAfter(pulled.plus(LEASE)) && seen.at().isBefore(plugged))
                .toList();
        assertThat(during).isNotEmpty();
        assertThat(during.stream().map(Seen::status)).containsOnly(503);
        assertThat(during).allSatisfy(seen -> assertThat(seen.body()).contains("The database"));
        var last = all.stream()
                .filter(seen -> seen.at().isAfter(plugged.plusSeconds(3)))
                .map(Seen::status);
        assertThat(last).as("it came back").isNotEmpty().containsOnly(200);
    }

    @Test
    void anOperatorCanAllowOlderAnswersWhichThenSayHowOldTheyAre() throws Exception {
        REGISTRY.clock().run();
        try (var cable = cable();
                var server = through(cable, Map.of("licet.answers-without-database", "PT6S"));
                var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(server.getURI() + PERMITTED))
                    .header("Authorization", "Bearer " + token)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            var first = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Age")).isEmpty();
            cable.pull();
            Thread.sleep(3_500);
            var old = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(old.statusCode()).as(old.body()).isEqualTo(200);
            assertThat(old.headers().firstValue("Age").map(Integer::parseInt).orElseThrow())
                    .isBetween(2, 6);
            assertThat(old.body()).contains("\"asOf\":");
            var never = HttpRequest.newBuilder(
                            URI.create(server.getURI() + PERMITTED.replace("eu-internal-tool", "us-hosted-service")))
                    .header("Authorization", "Bearer " + token)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            assertThat(http.send(never, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .as("nothing was answered before")
                    .isEqualTo(503);
            Thread.sleep(4_000);
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .as("older than allowed")
                    .isEqualTo(503);
        }
    }
}
