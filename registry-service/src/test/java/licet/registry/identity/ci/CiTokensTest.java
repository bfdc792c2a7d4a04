package licet.registry.identity.ci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import licet.registry.identity.Tokens;
import licet.registry.platform.http.Scope;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One honest token of a CI job gets in; each of the others differs from it in one thing and gets nothing in. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class CiTokensTest {
    private static final String ASKED = "/api/v1/gate/nobody/nothing?report=true&deployment=eu-internal-tool";
    private static final AtomicInteger FETCHED = new AtomicInteger();

    private static TestRegistry registry;
    private static HttpServer issuer;
    private static RSAKey key;
    private static RSAKey stranger;
    private static String administrator;

    @BeforeAll
    static void start() throws Exception {
        registry = TestRegistry.filled(Map.of("licet.jobs.enabled", "false"));
        key = new RSAKeyGenerator(2_048).keyID("known").generate();
        stranger = new RSAKeyGenerator(2_048).keyID("known").generate();
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/.well-known/openid-configuration", () -> """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys"}""".formatted(name()));
        serve("/keys", () -> new JWKSet(key.toPublicJWK()).toString());
        issuer.start();
        administrator = administrator();
        assertThat(create("app", Map.of("repository", "acme/app", "ref", "refs/heads/*"))
                        .statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        issuer.stop(0);
        registry.stop();
    }

    private static void serve(String path, java.util.function.Supplier<String> text) {
        issuer.createContext(path, call -> {
            try (call) {
                FETCHED.incrementAndGet();
                var body = text.get().getBytes(UTF_8);
                call.sendResponseHeaders(200, body.length);
                call.getResponseBody().write(body);
            }
        });
    }

    private static String name() {
        return "http://127.0.0.1:" + issuer.getAddress().getPort();
    }

    /** A token with scope write that an administrator owns. */
    private static String administrator() {
        var person = registry.bean(licet.registry.platform.http.Credentials.class)
                .findBySession(registry.session())
                .orElseThrow();
        return registry.bean(Tokens.class)
                .create("administration", Scope.WRITE, 30, person)
                .secret();
    }

    private static HttpResponse<String> create(String name, Map<String, String> claims) throws IOException {
        return post(new ObjectMapper()
                .writeValueAsString(Map.of(
                        "name",
                        name,
                        "scope",
                        "gate",
                        "days",
                        30,
                        "issuer",
                        name(),
                        "audience",
                        "licet",
                        "claims",
                        claims)));
    }

    private static HttpResponse<String> post(String body) {
        return registry.send(registry.request("/api/v1/ci-identities")
                .header("Authorization", "Bearer " + administrator)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Instant now() {
        return registry.clock().instant();
    }

    private static JWTClaimsSet.Builder honest() {
        return new JWTClaimsSet.Builder()
                .issuer(name())
                .audience("licet")
                .subject("repo:acme/app:ref:refs/heads/main")
                .issueTime(Date.from(now()))
                .expirationTime(Date.from(now().plus(Duration.ofMinutes(10))))
                .jwtID(UUID.randomUUID().toString())
                .claim("repository", "acme/app")
                .claim("ref", "refs/heads/main");
    }

    private static String sign(JWTClaimsSet claims, RSAKey with) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(with));
        return token.serialize();
    }

    private static int ask(String token) {
        return registry.get(ASKED, token).statusCode();
    }

    @Test
    void anHonestTokenGetsInAndOnlyToTheGate() throws Exception {
        var token = sign(honest().build(), key);
        assertThat(ask(token)).isEqualTo(200);
        assertThat(ask(token)).isEqualTo(200);
        assertThat(registry.get("/api/v1/models", token).statusCode()).isEqualTo(403);
        assertThat(registry.get("/api/v1/ci-identities", token).statusCode()).isEqualTo(403);
        int before = FETCHED.get();
        for (int i = 0; i < 20; i++) {
            assertThat(ask(sign(honest().build(), key))).isEqualTo(200);
        }
        assertThat(FETCHED.get()).as("keys are not read for each token").isEqualTo(before);
    }

    static Stream<Arguments> dishonest() throws JOSEException {
        var hour = Duration.ofHours(1);
        record Case(String what, UnaryOperator<JWTClaimsSet.Builder> change) {}
        var changed = Stream.of(
                        new Case("another audience", c -> c.audience("vault")),
                        new Case("another issuer", c -> c.issuer("https://token.actions.githubusercontent.com")),
                        new Case("another repository", c -> c.claim("repository", "mallory/app")),
                        new Case("a longer name of a repository", c -> c.claim("repository", "acme/app2")),
                        new Case("a repository in an owner's name", c -> c.claim("repository", "x/acme/app")),
                        new Case("a tag", c -> c.claim("ref", "refs/tags/v1")),
                        new Case("a branch with a slash", c -> c.claim("ref", "refs/heads/a/b")),
                        new Case("no repository", c -> c.claim("repository", null)),
                        new Case("a list of repositories", c -> c.claim("repository", List.of("acme/app"))),
                        new Case("over", c -> c.expirationTime(Date.from(now().minus(hour)))),
                        new Case("not yet", c -> c.notBeforeTime(Date.from(now().plus(hour)))),
                        new Case("without an end", c -> c.expirationTime(null)),
                        new Case("without a begin", c -> c.issueTime(null)),
                        new Case("without a subject", c -> c.subject(null)),
                        new Case("longer than a job", c -> c.expirationTime(Date.from(now().plus(Duration.ofDays(2))))))
                .map(one -> Arguments.of(
                        one.what(), signed(one.change().apply(honest()).build())));
        var mac = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), honest().build());
        mac.sign(new MACSigner(key.toPublicJWK().toString().getBytes(UTF_8)));
        String good = signed(honest().build());
        return Stream.concat(
                changed,
                Stream.of(
                        Arguments.of("another key of the same name", sign(honest().build(), stranger)),
                        Arguments.of("no signature", new PlainJWT(honest().build()).serialize()),
                        Arguments.of("a signature by the public key as secret", mac.serialize()),
                        Arguments.of("a cut signature", good.substring(0, good.length() - 6)),
                        Arguments.of("another body under the signature", swapped(good)),
                        Arguments.of("three dots", "..."),
                        Arguments.of("nothing", ".."),
                        Arguments.of("five parts", good + "." + good),
                        Arguments.of("huge", "a".repeat(9_000) + ".b.c")));
    }

    private static String swapped(String token) {
        var parts = token.split("\\.");
        var other = signed(honest().claim("repository", "mallory/app").build()).split("\\.");
        return parts[0] + "." + other[1] + "." + parts[2];
    }

    private static String signed(JWTClaimsSet claims) {
        try {
            return sign(claims, key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("dishonest")
    void theOthersGetNothing(String what, String token) {
        var answer = registry.get(ASKED, token);
        assertThat(answer.statusCode()).as(what).isIn(401, 400, 431);
        assertThat(answer.body()).doesNotContain(token + " ").doesNotContain("eyJ");
    }

    @Test
    void aTokenEndsByItselfAndWithItsIdentity() throws Exception {
        var made = create("short", Map.of("repository", "acme/short"));
        var id = new ObjectMapper().readTree(made.body()).get("id").asText();
        var token = sign(honest().claim("repository", "acme/short").build(), key);
        assertThat(ask(token)).isEqualTo(200);
        var revoked = registry.send(registry.request("/api/v1/ci-identities/" + id + "/revoke")
                .header("Authorization", "Bearer " + administrator)
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(revoked.statusCode()).isEqualTo(204);
        assertThat(ask(token)).isEqualTo(401);
        assertThat(registry.get("/api/v1/ci-identities", administrator).body()).doesNotContain("acme/short");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scope | \"write\" | /scope",
                "issuer | \"http://ci.example\" | /issuer",
                "issuer | \"nonsense\" | /issuer",
                "claims | {} | /claims",
                "claims | {\"aud\": \"x\"} | /claims",
                "claims | {\"repository\": \"*\"} | /claims/repository",
                "claims | {\"repository\": 7} | /claims/repository",
                "claims | 7 | /claims",
                "audience | \"\" | /audience",
                "days | 9999 | days",
                "name | \"\" | name"
            })
    void whatWouldLetStrangersInIsRefused(String field, String value, String named) throws IOException {
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) new ObjectMapper().readTree("""
                {"name": "x", "scope": "gate", "days": 30, "issuer": "https://ci.example", "audience": "licet",
                 "claims": {"repository": "acme/app"}}""");
        body.set(field, new ObjectMapper().readTree(value));
        var answer = post(body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + named + "\"");
    }
}
