package licet.registry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** A real OpenID provider on this machine. */
public final class OidcServer implements AutoCloseable {
    public static final String CLIENT = "licet";

    private static final String ISSUER = "people";
    private static final long GOOD_FOR_SECONDS = 300;

    private final MockOAuth2Server server;

    private OidcServer(boolean asks, Supplier<Instant> now) {
        server = new MockOAuth2Server(
                new OAuth2Config(asks, null, null, false, new OAuth2TokenProvider(new KeyProvider(), now::get)));
        server.start();
        warmUp();
    }

    /** The first answers take seconds on a busy machine, longer than the product waits for a provider. */
    private void warmUp() {
        for (var address : List.of(server.wellKnownUrl(ISSUER), server.jwksUrl(ISSUER))) {
            try (var answer = address.uri().toURL().openStream()) {
                answer.readAllBytes();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        server.issueToken(ISSUER, CLIENT, CLIENT, Map.of());
    }

    /** Lets everybody in as whom the test says next. */
    public static OidcServer withoutQuestions(Supplier<Instant> now) {
        return new OidcServer(false, now);
    }

    /** Shows a page that asks for a name and claims. */
    public static OidcServer withPage(Supplier<Instant> now) {
        return new OidcServer(true, now);
    }

    public String issuer() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** The least that the product must know about this server. */
    public Map<String, Object> settings() {
        return Map.of(
                "licet.oidc.issuer",
                issuer(),
                "licet.oidc.client-id",
                CLIENT,
                "licet.oidc.client-secret",
                "a secret of the client",
                "licet.oidc.display-name",
                "Example",
                "licet.oidc.roles",
                List.of("licet-admins=administrator", "cn=legal,ou=groups=reviewer:legal"));
    }

    /** The next token is about this person. */
    public void next(String subject, Map<String, Object> claims) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", List.of(CLIENT), claims, GOOD_FOR_SECONDS));
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
