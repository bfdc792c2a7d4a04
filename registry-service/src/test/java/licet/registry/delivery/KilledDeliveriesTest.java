package licet.registry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Alerts to a receiver that fails half the time, while the process that takes them there is killed twice: by their ids the
 * receiver ends with each of them once, those about one object in their order. {@code -Dlicet.alerts=10000} for the bar.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class KilledDeliveriesTest {
    private static final int ALERTS = Integer.getInteger("licet.alerts", 1_000);
    private static final int OBJECTS = ALERTS / 5;
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Principal ADMINISTRATOR = new Principal(
            new UUID(7, 7),
            "head",
            new Standing(Set.of(Role.ADMINISTRATOR), Set.of(), Set.of()),
            Set.of(),
            new Principal.Via.Session(FormToken.of("head")));
    private static final TestRegistry REGISTRY = TestRegistry.apart(
            Map.of("licet.jobs.enabled", "false", "licet.delivery.key", KEY, "licet.delivery.allow", "127.0.0.1"));

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    @Test
    void everyAlertArrives() throws Exception {
        var random = new Random(7);
        try (var listener = new Listener(_ -> {
            synchronized (random) {
                return random.nextBoolean() ? Listener.Reply.OK : Listener.Reply.of(503);
            }
        })) {
            REGISTRY.bean(Receivers.class)
                    .create(new NewReceiver("all", listener.address(), List.of("alert.")), ADMINISTRATOR);
            raise();
            var expected = expected();
            for (int kill = 1; kill <= 2; kill++) {
                killAfter(listener, kill * ALERTS / 3);
                // What was on its way counts as lost after a minute.
                REGISTRY.clock().advance(Duration.ofMinutes(2));
            }
            while (waiting() > 0) {
                REGISTRY.bean(Dispatcher.class).run();
                REGISTRY.clock().advance(Duration.ofHours(2));
            }
            assertThat(listener.all.stream().map(Listener.Received::id).distinct())
                    .hasSize(ALERTS);
            assertThat(arrived(listener)).as("in the order of each object").isEqualTo(expected);
            assertThat(listener.all.size()).as("some came more than once").isGreaterThan(ALERTS);
        }
    }

    private static void raise() {
        var alerts = REGISTRY.bean(Alerts.class);
        var audit = REGISTRY.bean(AuditLog.class);
        for (int from = 0; from < ALERTS; from += OBJECTS) {
            int first = from;
            REGISTRY.clock().advance(Duration.ofMillis(5));
            REGISTRY.bean(Database.class).write(sql -> {
                audit.append(AuditEvent.of(Actor.PRODUCT, "drift.tell", "model", "m" + first, Map.of()));
                for (int n = first; n < Math.min(first + OBJECTS, ALERTS); n++) {
                    var facts = Map.of(NewAlert.OF, Integer.toString(n), "model", "acme/m" + n % OBJECTS);
                    alerts.raise(sql, NewAlert.open(AlertKind.WEIGHTS_CHANGED, "model", "m" + n % OBJECTS, facts));
                }
                return 0;
            });
        }
    }

    /** Ids in the order in which they were raised, by object. */
    private static Map<String, List<String>> expected() {
        Map<String, List<String>> all = new HashMap<>();
        REGISTRY.bean(Database.class)
                .read(sql -> sql.list(
                        "SELECT id, object_id FROM outbox ORDER BY seq, id",
                        row -> all.computeIfAbsent(row.getString("object_id"), _ -> new ArrayList<>())
                                .add(row.getString("id"))));
        return all;
    }

    /** Ids by object, each where it came first. */
    private static Map<String, List<String>> arrived(Listener listener) {
        Map<String, List<String>> all = new HashMap<>();
        for (var received : listener.all) {
            var object = received.body().replaceFirst("(?s).*\"model\":\"acme/(m[0-9]+)\".*", "$1");
            var ids = all.computeIfAbsent(object, _ -> new ArrayList<>());
            if (!ids.contains(received.id())) {
                ids.add(received.id());
            }
        }
        return all;
    }

    private static void killAfter(Listener listener, int received) throws Exception {
        var child = start();
        try {
            while (listener.all.size() < received) {
                assertThat(child.isAlive() || listener.all.size() >= received)
                        .as("it delivers")
                        .isTrue();
                Thread.sleep(5);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static long waiting() {
        return REGISTRY.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM webhook_delivery"
                                + " WHERE state = 'waiting') AS n",
                        row -> row.getLong("n")));
    }

    private static Process start() throws IOException {
        var database = REGISTRY.database().app();
        var child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeliveringChild.class.getName(),
                        REGISTRY.clock().instant().toString(),
                        database.url(),
                        database.user(),
                        database.password(),
                        KEY))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.lines().anyMatch(DeliveringChild.READY::equals))
                .as("the child starts")
                .isTrue();
        return child;
    }
}
