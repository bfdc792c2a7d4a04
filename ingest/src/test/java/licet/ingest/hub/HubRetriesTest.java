package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The quota and retry cases L1 to L6, without waiting for any of them. */
class HubRetriesTest {
    private static final RepoId MODEL = RepoId.parse("acme/model");
    private static final String INFO = "{\"id\":\"acme/model\"}";

    private final HubServer hub = new HubServer();

    @AfterEach
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # header                       | quota     | remaining | reset
                    "api";r=0;t=55                 | api       | 0         | 55
                    "api";r=489;t=235              | api       | 489       | 235
                    "RESOLVERS";R=12;T=3           | resolvers | 12        | 3
                    "api"; r=1; t=2                | api       | 1         | 2
                    """)
    void theQuotaHeaderIsRead(String header, String quota, long remaining, long reset) {
        assertThat(RateLimit.find(header)).contains(new RateLimit(quota, remaining, reset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "malformed", "\"api\";r=x;t=1", "\"api\";t=1", ";;;", "\"api\";r=99999999999;t=1"})
    void aDamagedQuotaHeaderIsIgnored(String header) {
        assertThat(RateLimit.find(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "0, 0", "'Sun, 22 Nov 2026 10:00:30 GMT', 30", "'Sun, 22 Nov 2026 09:00:00 GMT', 0"})
    void retryAfterIsSecondsOrADate(String header, long seconds) {
        assertThat(RetryAfter.find(header, Instant.parse("2026-11-22T10:00:00Z")))
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-date", "", "-5", "1.5"})
    void aDamagedRetryAfterIsIgnored(String header) {
        assertThat(RetryAfter.find(header, Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void transientAnswersAreAskedAgain(int status) {
        hub.answer(status, "").answer(200, INFO);
        assertFound();
        assertThat(hub.time.slept()).containsExactly(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 416, 501})
    void otherAnswersAreNot(int status) {
        hub.answer(status, "");
        assertThat(ask()).isInstanceOf(HubResult.Refused.class);
        assertThat(hub.requests()).isEqualTo(1);
    }

    @Test
    void waitsGrowAndEnd() {
        for (int i = 0; i < 6; i++) {
            hub.answer(503, "");
        }
        assertThat(problem()).isInstanceOf(HubProblem.Failed.class);
        assertThat(hub.time.slept()).containsExactlyElementsOf(seconds(1, 2, 4, 8, 8));
        assertThat(hub.requests()).isEqualTo(6);
    }

    @Test
    void anEmptiedQuotaIsWaitedOut() {
        hub.answer(429, "", "RateLimit", "\"api\";r=0;t=55").answer(200, INFO);
        assertFound();
        assertThat(hub.time.slept().getFirst()).isEqualTo(Duration.ofSeconds(56));
    }

    @Test
    void aQuotaThatIsNotEmptyIsNotTheCause() {
        hub.answer(429, "", "RateLimit", "\"api\";r=400;t=55").answer(200, INFO);
        assertFound();
        assertThat(hub.time.slept()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void retryAfterIsObeyed() {
        hub.answer(429, "", "Retry-After", "17")
                .answer(503, "", "Retry-After", "3")
                .answer(200, INFO);
        assertFound();
        assertThat(hub.time.slept()).containsExactlyElementsOf(seconds(17, 3));
    }

    @Test
    void aWaitBeyondTheDeadlineIsHandedToTheCaller() {
        hub.answer(429, "", "Retry-After", "7200");
        assertThat(problem())
                .isInstanceOfSatisfying(
                        HubProblem.RateLimited.class,
                        p -> assertThat(p.retryAfter()).isEqualTo(Duration.ofHours(2)));
        assertThat(hub.time.slept()).isEmpty();
    }

    @Test
    void callersOfOneClientShareTheQuota() {
        hub.answer(200, INFO, "RateLimit", "\"api\";r=0;t=40")
                .answer(200, "text")
                .answer(200, INFO);
        HubClient client = hub.client();
        client.modelInfo(MODEL, Revision.MAIN);
        client.file(MODEL, Revision.MAIN, RepoPath.parse("LICENSE"));
        assertThat(hub.time.slept()).isEmpty();
        client.modelInfo(MODEL, Revision.MAIN);
        assertThat(hub.time.slept()).containsExactly(Duration.ofSeconds(41));
    }

    @Test
    void theLastTenthOfAWindowIsSpread() {
        var pacer = new Pacer();
        Instant now = Instant.EPOCH;
        pacer.learn(new RateLimit("api", 500, 300), now);
        assertThat(pacer.reserve("api", now).pause()).isEqualTo(Duration.ZERO);
        pacer.learn(new RateLimit("api", 29, 60), now.plusSeconds(240));
        assertThat(pacer.reserve("api", now.plusSeconds(240)).pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(pacer.reserve("api", now.plusSeconds(301)).pause()).isEqualTo(Duration.ZERO);
    }

    @Test
    void brokenConnectionsAreAskedAgain() {
        hub.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        hub.server.enqueue(new MockResponse.Builder()
                .body(INFO.repeat(100))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        hub.answer(200, INFO);
        assertFound();
        assertThat(hub.time.slept()).hasSize(2);
    }

    @Test
    void aDamagedBodyIsAskedAgain() {
        hub.answer(200, "{\"id\":").answer(200, "<html>").answer(200, INFO);
        assertFound();
    }

    @Test
    void anEndlessBodyIsRefused() {
        hub.answer(200, "x".repeat(2_000_000));
        HubResult<Payload> file = hub.client().file(MODEL, Revision.MAIN, RepoPath.parse("LICENSE"));
        assertThat(file)
                .isInstanceOfSatisfying(
                        HubResult.Refused.class, r -> assertThat(r.problem()).isInstanceOf(HubProblem.TooLarge.class));
    }

    @Test
    void jitterAddsUpToAQuarter() {
        var backoff = new Backoff(new java.util.Random(7));
        for (int attempt = 0; attempt < 40; attempt++) {
            assertThat(backoff.exponential(3)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
        }
    }

    private HubResult<Answer<ModelInfo>> ask() {
        return hub.client().modelInfo(MODEL, Revision.MAIN);
    }

    private void assertFound() {
        assertThat(ask()).isInstanceOf(HubResult.Found.class);
    }

    private HubProblem problem() {
        return ((HubResult.Refused<Answer<ModelInfo>>) ask()).problem();
    }

    private static List<Duration> seconds(long... values) {
        return LongStream.of(values).mapToObj(Duration::ofSeconds).toList();
    }
}
