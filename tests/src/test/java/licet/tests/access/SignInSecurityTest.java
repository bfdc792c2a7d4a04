package licet.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import licet.registry.identity.SetupLinks;
import licet.registry.platform.http.Scope;
import licet.registry.testing.OidcServer;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual attacks on a sign-in, against the assembled product. How secrets are compared: ConstantTimeTest. */
class SignInSecurityTest {
    private static final OidcServer PROVIDER = OidcServer.withoutQuestions(() -> Instant.parse("2026-11-02T09:00:00Z"));
    private static final TestRegistry REGISTRY = TestRegistry.apart(PROVIDER.settings());
    private static final String PLANTED = "lct_s_" + "a".repeat(42);

    /** Whoever comes first closes the set-up, so the administrator of the tests does before the provider sends anybody. */
    @BeforeAll
    static void start() {
        REGISTRY.session();
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void sessionFixation() throws Exception {
        var stolen = REGISTRY.session();
        for (var planted : List.of(PLANTED, stolen)) {
            var back = returnFromProvider("/design");
            var answer = REGISTRY.send(
                    REGISTRY.request(back.path()).header("Cookie", back.cookie() + "; licet-session=" + planted));
            var session = cookie(answer, "licet-session");
            assertThat(session).startsWith("licet-session=lct_s_").isNotEqualTo("licet-session=" + planted);
            assertThat(visit("/design", session)).isEqualTo(200);
            assertThat(visit("/design", "licet-session=" + planted))
                    .as("what was known before")
                    .isEqualTo(303);
        }
    }

    @Test
    void crossSiteRequestForgery() throws Exception {
        var session = "licet-session=" + REGISTRY.session();
        for (var form : List.of("/sign-in", "/sign-out")) {
            var foreign = REGISTRY.request(form)
                    .header("Cookie", session)
                    .header("Sec-Fetch-Site", "cross-site")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("login=ada&password=x"));
            assertThat(REGISTRY.send(foreign).statusCode()).as(form).isEqualTo(403);
        }
        assertThat(visit("/design", session)).as("still signed in").isEqualTo(200);
        // A stranger's return, handed to a browser that never left, or that left for itself.
        var theirs = returnFromProvider("/");
        assertThat(REGISTRY.send(REGISTRY.request(theirs.path())).statusCode()).isEqualTo(400);
        var mine = returnFromProvider("/");
        var mixed = REGISTRY.send(REGISTRY.request(theirs.path()).header("Cookie", mine.cookie()));
        assertThat(mixed.statusCode()).isEqualTo(400);
        assertThat(mixed.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("licet-session="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "%09//e"})
    void openRedirect(String hostile) throws Exception {
        var done = REGISTRY.send(REGISTRY.request("/sign-in/done?to=" + encoded(hostile)));
        assertThat(done.headers().firstValue("Refresh")).contains("0;url=/");
        assertThat(done.body()).doesNotContain("evil");
        var back = returnFromProvider(hostile);
        var answer = REGISTRY.send(REGISTRY.request(back.path()).header("Cookie", back.cookie()));
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in/done?to=%2F");
    }

    @Test
    void tokenInAnAddress() throws Exception {
        var back = returnFromProvider("/design");
        var answer = REGISTRY.send(REGISTRY.request(back.path()).header("Cookie", back.cookie()));
        assertThat(answer.statusCode()).isEqualTo(303);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/sign-in/done?to=%2Fdesign");
        var session = cookie(answer, "licet-session");
        var page = REGISTRY.send(REGISTRY.request("/design").header("Cookie", session));
        assertThat(page.body()).doesNotContain("lct_s_");
        var token = REGISTRY.token(Scope.READ);
        assertThat(REGISTRY.get("/api/v1/ping", token).statusCode()).isEqualTo(204);
        for (var name : List.of("access_token", "token", "api_key", "Authorization")) {
            var carried = REGISTRY.send(REGISTRY.request("/api/v1/ping?" + name + "=" + token));
            assertThat(carried.statusCode()).as(name).isEqualTo(401);
        }
        var sessionId = session.substring("licet-session=".length());
        assertThat(REGISTRY.send(REGISTRY.request("/design?licet-session=" + sessionId))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aProviderThatIsDownIsSaidToBeDown() {
        var apart = TestRegistry.apart(Map.of(
                "licet.oidc.issuer", "http://127.0.0.1:9",
                "licet.oidc.client-id", OidcServer.CLIENT,
                "licet.oidc.display-name", "Example",
                "licet.sign-in.password", "false"));
        var link = apart.bean(SetupLinks.class).issueIfNoPeople().orElseThrow();
        var answer = apart.send(apart.request("/sign-in/oidc"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Example cannot be reached");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        // Passwords are switched off in the same installation: no form, no answer to one, but the first set-up.
        assertThat(apart.send(apart.request("/sign-in")).body())
                .contains("Sign in with Example")
                .doesNotContain("<form");
        assertThat(apart.send(ownForm(apart, "/sign-in", "login=ada&password=" + TestRegistry.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        var account = "login=ada&displayName=Ada&password=correct+horse+battery&passwordAgain=correct+horse+battery";
        var setUp = apart.send(ownForm(apart, "/set-up/" + link, account));
        assertThat(setUp.statusCode()).isEqualTo(303);
        assertThat(cookie(setUp, "licet-session")).startsWith("licet-session=lct_s_");
    }

    @Test
    void withoutAProviderThereIsNoWayToOne() {
        var plain = TestRegistry.shared();
        assertThat(plain.send(plain.request("/sign-in/oidc")).statusCode()).isEqualTo(404);
        assertThat(plain.send(plain.request("/sign-in/oidc/callback?code=x&state=y"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(plain.send(plain.request("/sign-in")).body()).doesNotContain("/sign-in/oidc");
    }

    /** The address that the provider sends a browser back to, and the cookie of that browser. */
    private record Return(String path, String cookie) {}

    private static Return returnFromProvider(String to) throws Exception {
        PROVIDER.next("s-1", Map.of("preferred_username", "nora", "groups", List.of("licet-admins")));
        var off = REGISTRY.send(REGISTRY.request("/sign-in/oidc?to=" + encoded(to)));
        assertThat(off.statusCode()).isEqualTo(303);
        var away = URI.create(off.headers().firstValue("Location").orElseThrow());
        try (var browser = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(away).timeout(Duration.ofSeconds(20)).build();
            var back = URI.create(browser.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow());
            return new Return(back.getRawPath() + "?" + back.getRawQuery(), cookie(off, "licet-sign-in"));
        }
    }

    private static HttpRequest.Builder ownForm(TestRegistry registry, String path, String fields) {
        return registry.request(path)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields));
    }

    private static int visit(String path, String cookie) {
        return REGISTRY.send(REGISTRY.request(path).header("Cookie", cookie)).statusCode();
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
