package licet.registry.identity.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Trades the code that came with the browser for the ID token. The other tokens are not kept. */
@Singleton
@Requires(bean = OidcSettings.class)
final class CodeExchange {
    private static final int SERVER_ERROR = 500;

    private final OidcSettings settings;
    private final ProviderHttp http;

    CodeExchange(OidcSettings settings, ProviderHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /** Empty when the provider does not take the code: it was used before, is too old, or is not of this trip. */
    Optional<JWT> trade(Provider provider, String code, URI callback, Flow flow) throws ProviderDown {
        var grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(flow.verifier()));
        try {
            var answer = request(provider, grant).toHTTPRequest().send(http);
            if (answer.getStatusCode() >= SERVER_ERROR) {
                throw new IOException("status " + answer.getStatusCode() + " from the token endpoint");
            }
            return OIDCTokenResponseParser.parse(answer) instanceof OIDCTokenResponse tokens
                    ? Optional.ofNullable(tokens.getOIDCTokens().getIDToken())
                    : Optional.empty();
        } catch (IOException outage) {
            throw new ProviderDown("The token endpoint of " + settings.issuer() + " does not answer", outage);
        } catch (ParseException | IllegalArgumentException wrong) {
            throw new ProviderDown("The token endpoint of " + settings.issuer() + " does not answer as one", wrong);
        }
    }

    private TokenRequest request(Provider provider, AuthorizationCodeGrant grant) {
        var id = new ClientID(settings.client().id());
        var secret = settings.client().secret().map(Secret::new);
        return secret.<ClientAuthentication>map(known ->
                        provider.secretInBody() ? new ClientSecretPost(id, known) : new ClientSecretBasic(id, known))
                .map(proof -> new TokenRequest.Builder(provider.token(), proof, grant))
                .orElseGet(() -> new TokenRequest.Builder(provider.token(), id, grant))
                .build();
    }
}
