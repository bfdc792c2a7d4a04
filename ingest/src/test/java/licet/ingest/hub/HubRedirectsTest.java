package licet.ingest.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The redirect cases R1 to R10: old names are followed, foreign hosts get no credential, private networks get nothing. */
class HubRedirectsTest {
    private static final RepoId OLD = RepoId.parse("old/name");
    private static final String INFO = "{\"id\":\"new/name\",\"_id\":\"abc\"}";

    private final HubServer hub = new HubServer();
    private final HubServer content = new HubServer();
    private final AccessToken token = AccessToken.find("hf_secret").orElseThrow();

    @AfterEach
    void stop() {
        hub.close();
        content.close();
    }

    @Test
    void aRenamedModelIsFollowedWithItsQueryAndCredential() {
        hub.answer(307, "Temporary Redirect", "Location", "/api/models/new/name?blobs=true&securityStatus=true");
        hub.answer(200, INFO);
        var result = hub.client(hub.settings().withToken(token)).modelInfo(OLD, Revision.MAIN);
        assertThat(result)
                .isInstanceOfSatisfying(
                        HubResult.Found.class,
                        found -> assertThat(((Answer<?>) found.value()).value())
                                .isInstanceOfSatisfying(
                                        ModelInfo.class,
                                        info -> assertThat(info.id()).isEqualTo(RepoId.parse("new/name"))));
        hub.request();
        var second = hub.request();
        assertThat(second.getUrl().encodedQuery()).isEqualTo("blobs=true&securityStatus=true");
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer hf_secret");
    }

    @Test
    void theTextOfARedirectIsNeverTheFile() {
        hub.answer(
                307,
                "Temporary Redirect. Redirecting to /x",
                "Location",
                "/api/resolve-cache/models/a/b/c/LICENSE?d=e");
        hub.answer(200, "the license");
        var file = hub.client().file(OLD, Revision.MAIN, RepoPath.parse("LICENSE"));
        assertThat(file).isEqualTo(new HubResult.Found<>(Payload.of("the license")));
        assertThat(hub.request().getUrl().encodedPath()).isEqualTo("/old/name/resolve/main/LICENSE");
        assertThat(hub.request().getUrl().encodedQuery()).isEqualTo("d=e");
    }

    @Test
    void aRedirectMayAnnounceABodyThatNeverComes() {
        hub.answer(307, "", "Location", "/api/resolve-cache/models/a/b/c/LICENSE", "Content-Length", "278");
        hub.answer(200, "the license");
        var file = hub.client().file(OLD, Revision.MAIN, RepoPath.parse("LICENSE"));
        assertThat(file).isEqualTo(new HubResult.Found<>(Payload.of("the license")));
    }

    @Test
    void anotherHostGetsNoCredential() {
        hub.answer(302, "", "Location", content.address("/signed?x=1"));
        content.answer(200, "the license");
        var file = hub.client(hub.settings().withToken(token)).file(OLD, Revision.MAIN, RepoPath.parse("LICENSE"));
        assertThat(file).isInstanceOf(HubResult.Found.class);
        assertThat(hub.request().getHeaders().get("Authorization")).isEqualTo("Bearer hf_secret");
        assertThat(content.request().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void aCircleOfRedirectsEnds() {
        for (int i = 0; i < 10; i++) {
            hub.answer(307, "", "Location", "/api/models/old/name");
        }
        assertThat(message(hub.client().modelInfo(OLD, Revision.MAIN))).contains("more than 5 redirects");
        assertThat(hub.requests()).isEqualTo(6);
        assertThat(hub.time.slept()).isEmpty();
    }

    @Test
    void fileNamesWithBracketsSurviveARedirect() {
        hub.answer(302, "", "Location", content.address("/x%5B1%5D%5E%7C?y=z"));
        content.answer(200, "ok");
        hub.client().file(OLD, Revision.MAIN, RepoPath.parse("a[1]^|.txt"));
        assertThat(content.request().getUrl().toString()).endsWith("/x%5B1%5D%5E%7C?y=z");
    }

    @Test
    void dotSegmentsNeverReachTheAddress() {
        hub.answer(404, "", "X-Error-Code", "RevisionNotFound");
        hub.client().file(OLD, Revision.parse("refs/pr/1"), RepoPath.parse("%2e%2e/x"));
        assertThat(hub.request().getUrl().encodedPath()).isEqualTo("/old/name/resolve/refs%2Fpr%2F1/%252e%252e/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://127.0.0.1:1/x",
                "http://10.0.0.1/x",
                "http://192.168.1.1/x",
                "http://100.64.0.1/x",
                "http://[::1]/x",
                "http://[fd00::1]/x",
                "http://inside.example/x",
                "//inside.example/x"
            })
    void aPublicHubCannotLeadIntoThePrivateNetwork(String location) {
        var exchange = new Exchange(
                HubSettings.of("http://hub.example:" + hub.server.getPort()), new ExampleDns(), (a, b, c, d) -> {});
        hub.answer(302, "", "Location", location);
        Throwable failure = org.assertj.core.api.Assertions.catchThrowable(() -> exchange.send(
                new FileAsking(
                        Outgoing.get(HttpUrl.get("http://hub.example:" + hub.server.getPort() + "/a/b/resolve/main/x")),
                        100),
                java.time.Duration.ofSeconds(5)));
        assertThat(failure).isInstanceOf(PrivateNetworks.RefusedAddressException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "8.8.8.8, false",
        "100.63.0.1, false",
        "172.16.0.1, true",
        "0.0.0.0, true",
        "fc00::1, true"
    })
    void privateAddressesAreKnown(String address, boolean isPrivate) {
        assertThat(PrivateNetworks.isPrivate(InetAddress.ofLiteral(address))).isEqualTo(isPrivate);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://mirror.example/hf|/api/models/new/name?x=1|https://mirror.example/hf/api/models/new/name?x=1",
                "https://mirror.example/hf|/hf/api/models/new/name|https://mirror.example/hf/api/models/new/name",
                "https://mirror.example/hf|https://huggingface.co/api/models?cursor=a|https://mirror.example/hf/api/models?cursor=a",
                "https://mirror.example|https://cdn.example/x?y|https://cdn.example/x?y",
                "https://huggingface.co|//other.example/x|https://other.example/x",
                "https://huggingface.co|../name2|https://huggingface.co/api/models/name2"
            })
    void addressesOfTheUpstreamMeanTheMirror(String endpoint, String location, String target) {
        var hubEndpoint = new Endpoint(HubSettings.of(endpoint).endpoint());
        HttpUrl from = hubEndpoint.path("api/models/old/name").build();
        assertThat(hubEndpoint.resolve(from, location))
                .hasValueSatisfying(url -> assertThat(url).hasToString(target));
    }

    private static String message(HubResult<?> result) {
        return ((HubResult.Refused<?>) result).problem().detail().message();
    }

    /** The Hub seems to stand in public; everything else by name stands inside. The first look-up is the connection's own. */
    private static final class ExampleDns implements Dns {
        private int asked;

        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            if (!host.equals("hub.example")) {
                return List.of(InetAddress.ofLiteral("10.1.2.3"));
            }
            return List.of(InetAddress.ofLiteral(asked++ == 0 ? "127.0.0.1" : "203.0.113.7"));
        }
    }
}
