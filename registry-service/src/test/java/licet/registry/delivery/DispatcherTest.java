package licet.registry.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import licet.registry.platform.Database;
import licet.registry.platform.TimeOrderedId;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.registry.platform.audit.Outbox;
import licet.registry.platform.audit.OutboxMessage;
import licet.registry.platform.http.FormToken;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Standing;
import licet.registry.testing.TestRegistry;
import licet.registry.testing.TurnableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages reach their receivers over real HTTP: every one, in order for each object, whatever happens on the way. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DispatcherTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Principal ADMINISTRATOR = new Principal(
            new UUID(7, 7),
            "head",
            new Standing(Set.of(Role.ADMINISTRATOR), Set.of(), Set.of()),
            Set.of(),
            new Principal.Via.Session(FormToken.of("head")));

    private static final TestRegistry REGISTRY = TestRegistry.apart(
            Map.of("licet.jobs.enabled", "false", "licet.delivery.key", KEY, "licet.delivery.allow", "127.0.0.1"));
    private final TestRegistry registry = REGISTRY;
    private final TurnableClock clock = registry.clock();
    private final Receivers receivers = registry.bean(Receivers.class);
    private final Deliveries deliveries = registry.bean(Deliveries.class);
    private final Dispatcher dispatcher = registry.bean(Dispatcher.class);

    @BeforeEach
    void nobodyIsTold() {
        registry.bean(Database.class).write(sql -> {
            sql.update("DELETE FROM outbox");
            sql.update("DELETE FROM webhook_delivery");
            return sql.update("UPDATE webhook_receiver SET state = 'deleted'");
        });
    }

    private UUID happens(String topic, String object) {
        clock.advance(Duration.ofMillis(5));
        var id = TimeOrderedId.at(clock.instant());
        registry.bean(Database.class).write(sql -> {
            registry.bean(AuditLog.class).append(AuditEvent.of(Actor.PRODUCT, topic, "thing", object, Map.of()));
            registry.bean(Outbox.class)
                    .append(new OutboxMessage(id, topic, "thing", object, "{\"object\":\"" + object + "\"}"));
            return 0;
        });
        return id;
    }

    private Receiver.Made receiver(Listener listener, String... topics) {
        return receivers.create(
                new NewReceiver("n" + UUID.randomUUID(), listener.address(), List.of(topics)), ADMINISTRATOR);
    }

    private Delivery newest(Receiver.Made made) {
        return deliveries
                .list(made.receiver().id(), Optional.empty(), 1)
                .deliveries()
                .getFirst();
    }

    private long waiting() {
        return registry.bean(Database.class)
                .read(sql -> sql.get(
                        "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM webhook_delivery"
                                + " WHERE state = 'waiting') AS n",
                        row -> row.getLong("n")));
    }

    @Test
    void aMessageIsSignedSoThatAReceiverCanCheckIt() throws Exception {
        try (var listener = new Listener(_ -> Listener.Reply.OK)) {
            var made = receiver(listener);
            var id = happens("approval.grant", "a");
            assertThat(dispatcher.run()).isEqualTo(1);
            var received = listener.all.getFirst();
            assertThat(received.id()).isEqualTo(id.toString());
            assertThat(received.body())
                    .isEqualTo("{\"data\":{\"object\":\"a\"},\"timestamp\":\""
                            + newest(made).happenedAt() + "\",\"type\":\"approval.grant\"}");
            assertThat(received.headers().firstValue("content-type")).contains("application/json; charset=utf-8");
            var signature = received.headers().firstValue("webhook-signature").orElseThrow();
            var at = Long.parseLong(
                    received.headers().firstValue("webhook-timestamp").orElseThrow());
            byte[] secret =
                    Base64.getDecoder().decode(made.secret().orElseThrow().substring(Signature.PREFIX.length()));
            assertThat(signature)
                    .isEqualTo("v1,"
                            + new Webhook(secret)
                                    .sign(received.id(), at, received.body())
                                    .substring(3));
            assertThat(newest(made).state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(dispatcher.run()).as("once").isZero();
        }
    }

    @Test
    void whoWantsSomeTopicsGetsThoseAlone() {
        try (var some = new Listener(_ -> Listener.Reply.OK);
                var all = new Listener(_ -> Listener.Reply.OK)) {
            receiver(some, "approval.", "waiver.");
            receiver(all);
            happens("approval.grant", "a");
            happens("alert.comment", "a");
            happens("approvals", "a");
            dispatcher.run();
            assertThat(some.all).hasSize(1);
            assertThat(all.all).hasSize(3);
        }
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndTheNextOfTheObjectWaits() {
        var answer = new AtomicReference<>(Listener.Reply.of(500));
        try (var listener = new Listener(_ -> answer.get())) {
            var made = receiver(listener);
            var first = happens("approval.grant", "a");
            var second = happens("approval.end", "a");
            var other = happens("approval.grant", "b");
            assertThat(dispatcher.run()).isEqualTo(2);
            assertThat(listener.all)
                    .extracting(Listener.Received::id)
                    .containsExactlyInAnyOrder(first.toString(), other.toString());
            assertThat(dispatcher.run()).as("not before its time").isZero();
            answer.set(Listener.Reply.OK);
            clock.advance(Duration.ofSeconds(7));
            assertThat(dispatcher.run()).isEqualTo(3);
            assertThat(listener.all.stream().map(Listener.Received::id).filter(first.toString()::equals))
                    .hasSize(2);
            assertThat(listener.all.stream().map(Listener.Received::id).filter(id -> !id.equals(other.toString())))
                    .endsWith(first.toString(), second.toString());
            var tries = deliveries.list(made.receiver().id(), Optional.empty(), 10).deliveries().stream()
                    .filter(one -> one.id().equals(first))
                    .findFirst()
                    .orElseThrow()
                    .attempts();
            assertThat(tries).extracting(Delivery.Attempt::status).containsExactly(Optional.of(204), Optional.of(500));
        }
    }

    @Test
    void whatFailsForThreeDaysIsGivenUpAndCanBeSentByHand() {
        var answer = new AtomicReference<>(Listener.Reply.of(503));
        try (var listener = new Listener(_ -> answer.get())) {
            var made = receiver(listener);
            happens("approval.grant", "a");
            dispatcher.run();
            for (int hour = 0; hour < 110; hour++) {
                clock.advance(Duration.ofHours(1));
                dispatcher.run();
            }
            assertThat(newest(made).state()).isEqualTo(DeliveryState.GIVEN_UP);
            assertThat(listener.all.size()).isBetween(10, 25);
            answer.set(Listener.Reply.OK);
            deliveries.replay(made.receiver().id(), newest(made).id(), ADMINISTRATOR);
            assertThat(dispatcher.run()).isEqualTo(1);
            assertThat(newest(made).state()).isEqualTo(DeliveryState.DELIVERED);
        }
    }

    @Test
    void theReceiverMayAskForLater() {
        try (var listener = new Listener(_ -> new Listener.Reply(429, "slow down", "600"))) {
            var made = receiver(listener);
            happens("approval.grant", "a");
            dispatcher.run();
            assertThat(newest(made).nextAt().orElseThrow())
                    .isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        }
    }

    @Test
    void whoIsGoneIsTurnedOffAndGoesOnWhenTurnedOn() {
        var answer = new AtomicReference<>(Listener.Reply.of(410));
        try (var listener = new Listener(_ -> answer.get())) {
            var made = receiver(listener);
            happens("approval.grant", "a");
            dispatcher.run();
            assertThat(receivers.get(made.receiver().id()).state()).isEqualTo(ReceiverState.OFF);
            happens("approval.end", "a");
            clock.advance(Duration.ofHours(1));
            assertThat(dispatcher.run()).isZero();
            assertThat(receivers.get(made.receiver().id()).waiting()).isEqualTo(2);
            answer.set(Listener.Reply.OK);
            receivers.turn(made.receiver().id(), true, ADMINISTRATOR);
            assertThat(dispatcher.run()).isEqualTo(2);
        }
    }

    @Test
    void answersAreNotFollowedNorReadToTheEnd() {
        try (var redirecting = new Listener(_ -> new Listener.Reply(302, "", ""));
                var talking = new Listener(_ -> new Listener.Reply(500, "x".repeat(5_000_000), ""))) {
            var away = receiver(redirecting);
            var much = receiver(talking);
            happens("approval.grant", "a");
            dispatcher.run();
            assertThat(redirecting.all).hasSize(1);
            assertThat(newest(away).attempts().getFirst().status()).contains(302);
            assertThat(newest(much).attempts().getFirst().answer()).hasSize(500);
        }
    }

    @Test
    void whatDiesOnTheWayIsSentByAnother() {
        try (var listener = new Listener(_ -> Listener.Reply.OK)) {
            var made = receiver(listener);
            happens("approval.grant", "a");
            dispatcher.run();
            // As a process leaves it that is killed between sending and writing down what came of it.
            registry.bean(Database.class)
                    .write(sql -> sql.update(
                            "UPDATE webhook_delivery SET state = 'waiting', ended_at = NULL, next_at = ?",
                            clock.instant().plus(Duration.ofMinutes(1))));
            assertThat(dispatcher.run()).isZero();
            clock.advance(Duration.ofMinutes(1));
            assertThat(dispatcher.run()).isEqualTo(1);
            assertThat(listener.all)
                    .extracting(Listener.Received::id)
                    .hasSize(2)
                    .allMatch(newest(made).id().toString()::equals);
        }
    }

    @Test
    void aSecretThatIsChangedSignsBesideTheNewOneForADay() {
        try (var listener = new Listener(_ -> Listener.Reply.OK)) {
            var made = receiver(listener);
            receivers.rotate(made.receiver().id(), ADMINISTRATOR);
            happens("approval.grant", "a");
            dispatcher.run();
            clock.advance(Duration.ofDays(1));
            happens("approval.grant", "b");
            dispatcher.run();
            assertThat(listener.all)
                    .extracting(one -> one.headers()
                            .firstValue("webhook-signature")
                            .orElseThrow()
                            .split(" ")
                            .length)
                    .containsExactly(2, 1);
        }
    }

    @Test
    void aThousandMessagesToAReceiverThatFailsHalfTheTimeArriveInOrderFromThreeInstances() throws Exception {
        var random = new Random(11);
        try (var listener = new Listener(_ -> {
            synchronized (random) {
                return random.nextBoolean() ? Listener.Reply.OK : Listener.Reply.of(500);
            }
        })) {
            receiver(listener);
            Map<String, List<String>> sent = new HashMap<>();
            IntStream.range(0, 1000).forEach(i -> {
                String object = "o" + i % 40;
                sent.computeIfAbsent(object, _ -> new ArrayList<>())
                        .add(happens("approval.grant", object).toString());
            });
            while (waiting() > 0) {
                try (var pool = Executors.newFixedThreadPool(3)) {
                    for (var done : pool.invokeAll(List.of(dispatcher::run, dispatcher::run, dispatcher::run))) {
                        done.get();
                    }
                }
                clock.advance(Duration.ofHours(2));
            }
            assertThat(listener.all.stream().map(Listener.Received::id).distinct())
                    .hasSize(1000);
            sent.forEach((object, ids) -> assertThat(listener.all.stream()
                            .filter(one -> one.body().contains("\"" + object + "\""))
                            .map(Listener.Received::id)
                            .distinct())
                    .as("of one object")
                    .containsExactlyElementsOf(ids));
        }
    }

    @Test
    void withoutAKeyNobodyIsAddedAndNothingIsHalfDone() {
        var bare = TestRegistry.apart(Map.of("licet.jobs.enabled", "false", "licet.delivery.allow", "127.0.0.1"));
        var without = bare.bean(Receivers.class);
        assertThatThrownBy(
                        () -> without.create(new NewReceiver("one", "http://127.0.0.1:9/x", List.of()), ADMINISTRATOR))
                .hasMessageContaining("LICET_DELIVERY_KEY");
        assertThat(without.list()).isEmpty();
        bare.stop();
    }
}
