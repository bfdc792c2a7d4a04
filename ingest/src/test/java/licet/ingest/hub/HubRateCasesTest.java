package licet.ingest.hub;

import static licet.ingest.hub.HubCase.INFO;
import static licet.ingest.hub.HubCase.LICENSE;
import static licet.ingest.hub.HubCase.MODEL;
import static licet.ingest.hub.HubCase.found;
import static licet.ingest.hub.HubCase.info;
import static licet.ingest.hub.HubCase.kind;
import static licet.ingest.hub.HubCase.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of quotas and retries, and how the quota is shared. */
class HubRateCasesTest {
    private static final String POLICY = "\"fixed window\";\"api\";q=500;w=300";

    static final List<HubCase> CASES = List.of(
            new HubCase(
                    "L1",
                    "the quota is read in any case of letters, waited out when empty, ignored when damaged",
                    hub -> {
                        hub.answer(429, "", "ratelimit", "\"API\";R=0;T=55", "RateLimit-Policy", POLICY)
                                .answer(200, INFO, "RateLimit", "\"api\";r=489;t=200");
                        HubClient client = hub.client();
                        found(client.modelInfo(MODEL, Revision.MAIN));
                        assertThat(hub.time.slept()).containsExactly(Duration.ofSeconds(56));
                        Instant reset = hub.time.instant().plusSeconds(200);
                        assertThat(client.budgets())
                                .containsExactly(new RateBudget("api", OptionalLong.of(500), 489, reset));
                        assertThat(RateLimit.find("malformed")).isEmpty();
                        assertThat(RateLimit.findPolicy("malformed")).isEmpty();
                        assertThat(RateLimit.findPolicy(POLICY)).contains(new RateLimit.Policy("api", 500));
                    }),
            new HubCase("L2", "a quota that is not empty is not the cause of a 429", hub -> {
                for (int i = 0; i < 6; i++) {
                    hub.answer(429, "", "RateLimit", "\"api\";r=400;t=55");
                }
                var result = info(hub);
                assertThat(kind(result)).isEqualTo("RateLimited");
                assertThat(message(result)).isEqualTo("HTTP 429");
                assertThat(hub.time.slept()).containsExactlyElementsOf(seconds(1, 2, 4, 8, 8));
            }),
            new HubCase("L3", "a 429 without any header is waited for like an outage", hub -> {
                hub.answer(429, "<html>").answer(200, INFO);
                found(info(hub));
                assertThat(hub.time.slept()).containsExactly(Duration.ofSeconds(1));
            }),
            new HubCase("L4", "Retry-After is seconds or a date; anything else is ignored", hub -> {
                for (String header : List.of("120", "0", "Sun, 22 Nov 2026 10:03:00 GMT", "not-a-date", "", "-5")) {
                    hub.answer(503, "", "Retry-After", header).answer(200, INFO);
                    found(info(hub));
                }
                assertThat(hub.time.slept()).containsExactlyElementsOf(seconds(120, 60, 1, 1, 1));
            }),
            new HubCase("L5", "waits double up to eight seconds, five times, whatever the mix of faults", hub -> {
                hub.answer(503, "").answer(200, "{\"id\":");
                hub.server.enqueue(new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
                hub.answer(408, "").answer(500, "").answer(502, "");
                assertThat(message(info(hub))).isEqualTo("HTTP 502");
                assertThat(hub.time.slept()).containsExactlyElementsOf(seconds(1, 2, 4, 8, 8));
                assertThat(hub.requests()).isEqualTo(6);
                hub.answer(501, "");
                assertThat(message(info(hub))).isEqualTo("HTTP 501");
                assertThat(hub.requests()).isEqualTo(7);
            }),
            new HubCase("L6", "transient faults are asked again within a deadline, final ones are not", hub -> {
                for (int status : List.of(408, 429, 500, 502, 503, 504)) {
                    hub.answer(status, "").answer(200, INFO);
                    found(info(hub));
                }
                hub.answer(400, "");
                assertThat(kind(info(hub))).isEqualTo("Failed");
                var deadline = new HubLimits(Duration.ofSeconds(1), Duration.ofSeconds(5), 50, 1000, 1000);
                for (int i = 0; i < 3; i++) {
                    hub.answer(500, "");
                }
                int before = hub.time.slept().size();
                assertThat(message(
                                hub.client(hub.settings().withLimits(deadline)).modelInfo(MODEL, Revision.MAIN)))
                        .isEqualTo("HTTP 500");
                assertThat(hub.time.slept().subList(before, hub.time.slept().size()))
                        .containsExactlyElementsOf(seconds(1, 2));
                var closed = hub.settings();
                hub.close();
                assertThat(kind(hub.client(closed).modelInfo(MODEL, Revision.MAIN)))
                        .isEqualTo("Failed");
            }),
            new HubCase("L7", "a redirect to another host is an answer, not an outage", hub -> {
                hub.answer(302, "", "Location", "https://cdn.example/x");
                found(hub.client().fileMeta(MODEL, Revision.MAIN, LICENSE));
                assertThat(hub.time.slept()).isEmpty();
            }));

    private final HubServer hub = new HubServer();

    @AfterEach
    void stop() {
        hub.close();
    }

    @TestFactory
    Stream<DynamicTest> cases() {
        return HubCase.tests(CASES);
    }

    @Test
    void clientsOfOneTokenShareAQuotaAndThoseOfAnotherDoNot() {
        var quotas = new Quotas();
        var mine = hub.settings().withToken(AccessToken.find("hf_mine").orElseThrow());
        var yours = hub.settings().withToken(AccessToken.find("hf_yours").orElseThrow());
        assertThat(quotas.pacer(mine)).isSameAs(quotas.pacer(mine)).isNotSameAs(quotas.pacer(yours));
        assertThat(quotas.pacer(hub.settings())).isNotSameAs(quotas.pacer(mine));
    }

    @Test
    void manyThreadsTogetherNeverTakeMoreThanIsLeft() throws Exception {
        var pacer = new Pacer();
        pacer.learn(new RateLimit("api", 40, 300), hub.time.instant());
        Callable<Pacer.Turn> reserve = () -> pacer.reserve("api", hub.time.instant());
        try (var threads = Executors.newFixedThreadPool(16)) {
            List<Pacer.Turn> turns = threads.invokeAll(Collections.nCopies(100, reserve)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(turns).filteredOn(Pacer.Turn::granted).hasSize(40);
            assertThat(turns.stream()
                            .filter(Pacer.Turn::granted)
                            .map(Pacer.Turn::pause)
                            .filter(Duration::isPositive))
                    .doesNotHaveDuplicates()
                    .hasSize(3);
            assertThat(turns)
                    .filteredOn(turn -> !turn.granted())
                    .allSatisfy(turn -> assertThat(turn.pause()).isEqualTo(Duration.ofSeconds(301)));
        }
    }

    @Test
    void anOlderAnswerDoesNotGiveBackWhatIsUnderWay() {
        var pacer = new Pacer();
        Instant now = Instant.EPOCH;
        pacer.learn(new RateLimit("api", 3, 300), now);
        pacer.reserve("api", now);
        pacer.reserve("api", now);
        pacer.learn(new RateLimit("api", 2, 299), now.plusSeconds(1));
        assertThat(pacer.budgets(now.plusSeconds(1)))
                .extracting(RateBudget::remaining)
                .containsExactly(1L);
        pacer.learn(new RateLimit("api", 499, 300), now.plusSeconds(290));
        assertThat(pacer.budgets(now.plusSeconds(290)))
                .extracting(RateBudget::remaining)
                .containsExactly(499L);
    }

    @Test
    void anEarlierEndOfAWindowIsBelieved() {
        var pacer = new Pacer();
        Instant now = Instant.EPOCH;
        pacer.learn(new RateLimit("api", 400, 290), now);
        pacer.learn(new RateLimit("api", 0, 5), now);
        assertThat(pacer.reserve("api", now).pause()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void whatOneCallerIsToldToWaitForAllWaitFor() {
        hub.answer(429, "", "Retry-After", "7200").answer(200, INFO);
        HubClient client = hub.client();
        assertThat(kind(client.modelInfo(MODEL, Revision.MAIN))).isEqualTo("RateLimited");
        assertThat(kind(client.modelInfo(MODEL, Revision.MAIN))).isEqualTo("RateLimited");
        assertThat(hub.requests()).isEqualTo(1);
        hub.time.pass(Duration.ofHours(2));
        found(client.modelInfo(MODEL, Revision.MAIN));
    }

    @Test
    void redirectsCostQuotaToo() {
        hub.answer(307, "", "Location", "/api/models/acme/model", "RateLimit", "\"api\";r=1;t=100")
                .answer(200, INFO, "RateLimit", "\"api\";r=0;t=100");
        HubClient client = hub.client();
        found(client.modelInfo(MODEL, Revision.MAIN));
        assertThat(client.budgets()).extracting(RateBudget::remaining).containsExactly(0L);
        assertThat(client.usage().requests()).isEqualTo(2);
    }

    @Test
    void whatIsSpentIsCounted() {
        hub.answer(500, "{}").answer(200, INFO);
        HubClient client = hub.client();
        found(client.modelInfo(MODEL, Revision.MAIN));
        assertThat(client.usage()).isEqualTo(new HubUsage(2, 1, INFO.length() + 2, Duration.ofSeconds(1)));
    }

    @Test
    void aBodyThatTricklesEndsWithTheAttempt() {
        var limits = new HubLimits(Duration.ofMillis(300), Duration.ofSeconds(60), 1, 100_000, 1000);
        for (int i = 0; i < 2; i++) {
            hub.server.enqueue(HubServer.response(200, INFO.repeat(50))
                    .newBuilder()
                    .throttleBody(1, 50, TimeUnit.MILLISECONDS)
                    .build());
        }
        assertThat(message(hub.client(hub.settings().withLimits(limits)).modelInfo(MODEL, Revision.MAIN)))
                .contains("timeout");
        assertThat(hub.requests()).isEqualTo(2);
    }

    private static List<Duration> seconds(long... values) {
        return LongStream.of(values).mapToObj(Duration::ofSeconds).toList();
    }
}
