package licet.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import licet.registry.testing.OidcServer;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The whole way to a provider and back, and links that work once, with every logger of the product's process at its most talkative. */
class ProviderSecretsTest {
    private static final OidcServer PROVIDER = OidcServer.withoutQuestions(() -> Instant.parse("2026-11-02T09:00:00Z"));
    private static final TestRegistry REGISTRY = TestRegistry.apart(PROVIDER.settings());
    private static final String CLIENT_SECRET = "a secret of the client";
    private static final String LINK = "lct_i_a-secret-that-stands-in-an-address";
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}");
    /** The provider of this test runs in the same process; what it logs is its own affair. */
    private static final List<String> OF_THE_PROVIDER = List.of("no.nav.", "okhttp3.mockwebserver");

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void neitherCodeNorTokenNorSecretNorSessionNorLinkIsLogged() throws Exception {
        PROVIDER.next("quiet-1", Map.of("preferred_username", "quiet", "groups", "licet-admins"));
        var log = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = log.getLevel();
        var console = log.getAppender("console");
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        log.detachAppender(console);
        log.addAppender(heard);
        log.setLevel(Level.TRACE);
        List<String> secrets;
        try {
            secrets = roundTrip();
        } finally {
            log.setLevel(before);
            log.detachAppender(heard);
            log.addAppender(console);
        }
        var lines = List.copyOf(heard.list).stream()
                .filter(event -> OF_THE_PROVIDER.stream().noneMatch(event.getLoggerName()::startsWith))
                .map(ProviderSecretsTest::text)
                .toList();
        assertThat(lines).hasSizeGreaterThan(20);
        assertThat(lines.stream().filter(line -> secrets.stream().anyMatch(line::contains)))
                .isEmpty();
        assertThat(lines.stream().filter(line -> TOKEN.matcher(line).find())).isEmpty();
    }

    private static String text(ILoggingEvent event) {
        var text = new StringBuilder(event.getLoggerName()).append(": ").append(event.getFormattedMessage());
        for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
            text.append('\n').append(at.getMessage());
        }
        return text.toString();
    }

    private static List<String> roundTrip() throws Exception {
        var away = REGISTRY.send(REGISTRY.request("/sign-in/oidc").GET());
        assertThat(away.statusCode()).isEqualTo(303);
        var flow = cookie(away, "licet-sign-in");
        var back = URI.create(location(visit(location(away))));
        var answer = REGISTRY.send(REGISTRY.request(back.getRawPath() + "?" + back.getRawQuery())
                .header("Cookie", "licet-sign-in=" + flow)
                .GET());
        assertThat(answer.statusCode()).isEqualTo(303);
        var session = cookie(answer, "licet-session");
        assertThat(REGISTRY.send(REGISTRY.browse("/account", session)).statusCode())
                .isEqualTo(200);
        var secrets = new ArrayList<>(List.of(flow, session, parameter(back, "code"), LINK));
        for (var path : List.of("/join/", "/set-up/")) {
            REGISTRY.send(REGISTRY.request(path + LINK).GET());
        }
        secrets.add(CLIENT_SECRET);
        secrets.add(URLEncoder.encode(CLIENT_SECRET, StandardCharsets.UTF_8));
        secrets.add(Base64.getEncoder()
                .encodeToString(
                        (OidcServer.CLIENT + ":" + CLIENT_SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8)));
        return secrets;
    }

    private static HttpResponse<String> visit(String address) throws Exception {
        try (var browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            return browser.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1, line.indexOf(';')))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String parameter(URI address, String name) {
        return List.of(address.getRawQuery().split("&")).stream()
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
