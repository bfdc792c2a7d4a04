package licet.registry.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import licet.registry.platform.Database;
import licet.registry.platform.problem.ProblemException;
import licet.registry.testing.OidcServer;
import licet.registry.testing.TestRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One honest token gets in; each of the others differs from it in one thing and gets nobody in. */
class ForgedTokensTest {
    private static final String SECRET = "a secret of the client that is long enough to sign with";

    private static ForgingProvider provider;
    private static TestRegistry registry;
    private static Traveler browser;

    @BeforeAll
    static void start() throws IOException, JOSEException {
        provider = new ForgingProvider();
        registry = TestRegistry.apart(Map.of(
                "licet.oidc.issuer",
                provider.issuer(),
                "licet.oidc.client-id",
                OidcServer.CLIENT,
                "licet.oidc.client-secret",
                SECRET,
                "licet.oidc.first-role",
                "requester"));
        browser = new Traveler(registry.bean(OidcSignIn.class));
    }

    @Test
    void anHonestTokenGetsIn() throws Exception {
        var result = arriveWith(trip -> sign(honest(trip), provider.key()));
        assertThat(result).isInstanceOf(OidcSignIn.Result.Known.class);
    }

    @Test
    void aTokenWithAnotherNonceIsRefused() throws Exception {
        assertRefused(trip -> sign(changed(trip, "nonce", "of another trip"), provider.key()));
        assertRefused(trip -> sign(changed(trip, "nonce", null), provider.key()));
    }

    @Test
    void anExpiredTokenIsRefused() throws Exception {
        assertRefused(trip -> sign(changed(trip, "exp", at(Duration.ofMinutes(-2))), provider.key()));
        assertRefused(trip -> sign(changed(trip, "exp", null), provider.key()));
    }

    @Test
    void aTokenForSomebodyElseIsRefused() throws Exception {
        assertRefused(trip -> sign(changed(trip, "aud", "another-program"), provider.key()));
        assertRefused(trip -> sign(changed(trip, "azp", "another-program"), provider.key()));
        assertRefused(trip ->
                sign(changed(trip, "aud", List.of(OidcServer.CLIENT, "another-program")), provider.key()));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        assertRefused(trip -> sign(changed(trip, "iss", "http://127.0.0.1:1"), provider.key()));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() throws Exception {
        assertRefused(trip -> new PlainJWT(honest(trip)).serialize());
    }

    @Test
    void aTokenSignedWithTheSharedSecretIsRefused() throws Exception {
        assertRefused(trip -> {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), honest(trip));
            token.sign(new MACSigner(SECRET));
            return token.serialize();
        });
    }

    @Test
    void aTokenSignedWithAStrangeKeyIsRefused() throws Exception {
        var strange = new RSAKeyGenerator(2_048).keyID("known").generate();
        assertRefused(trip -> sign(honest(trip), strange));
    }

    @Test
    void whatIsNoTokenAnswerIsAnOutageAndNotAFault() {
        for (var nonsense : List.of("", "[]", "{}", "{\"id_token\":7}", "<html>", "{\"a\":\"" + "x".repeat(600_000))) {
            var trip = browser.leave("/");
            provider.answerWith(nonsense);
            var state = Traveler.query(trip.address()).get("state");
            assertThatThrownBy(() -> browser.arrive(trip.cookie(), state, "code"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("cannot be reached");
        }
    }

    @Test
    void aProviderThatIsDownLetsNobodyInAndLeavesNothingBehind() throws Exception {
        try (var gone = new ForgingProvider()) {
            var issuer = gone.issuer();
            gone.close();
            var apart =
                    TestRegistry.apart(Map.of("licet.oidc.issuer", issuer, "licet.oidc.client-id", OidcServer.CLIENT));
            assertThatThrownBy(() -> new Traveler(apart.bean(OidcSignIn.class)).leave("/"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("cannot be reached");
            var flows = apart.bean(Database.class)
                    .read(sql -> sql.get("SELECT count(*) FROM sign_in_flow", row -> row.getLong(1)));
            assertThat(flows).isZero();
        }
    }

    /** Writes the token of one trip. */
    private interface Forger {
        String write(OidcSignIn.Trip trip) throws JOSEException;
    }

    private static void assertRefused(Forger forger) throws JOSEException {
        var before = sessions();
        assertThat(arriveWith(forger)).isEqualTo(new OidcSignIn.Result.Untrusted());
        assertThat(sessions()).isEqualTo(before);
    }

    private static OidcSignIn.Result arriveWith(Forger forger) throws JOSEException {
        var trip = browser.leave("/");
        provider.answerWithToken(forger.write(trip));
        return browser.arrive(trip.cookie(), Traveler.query(trip.address()).get("state"), "code");
    }

    private static JWTClaimsSet honest(OidcSignIn.Trip trip) {
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer())
                .subject("s-1")
                .audience(OidcServer.CLIENT)
                .issueTime(at(Duration.ZERO))
                .expirationTime(at(Duration.ofMinutes(5)))
                .claim("nonce", Traveler.query(trip.address()).get("nonce"))
                .build();
    }

    private static JWTClaimsSet changed(OidcSignIn.Trip trip, String claim, Object value) {
        return new JWTClaimsSet.Builder(honest(trip)).claim(claim, value).build();
    }

    private static Date at(Duration fromNow) {
        return Date.from(registry.clock().instant().plus(fromNow));
    }

    private static String sign(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("known").build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static long sessions() {
        return registry.bean(Database.class)
                .read(sql -> sql.get("SELECT count(*) FROM session", row -> row.getLong(1)));
    }
}
