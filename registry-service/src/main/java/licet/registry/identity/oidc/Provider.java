package licet.registry.identity.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * What the provider said about itself.
 *
 * @param secretInBody whether it wants the client's secret beside the code and not in a header
 * @param keys what it signs with, read when first needed and again when a token names a key that is not among them
 */
record Provider(URI authorization, URI token, boolean secretInBody, JWKSource<SecurityContext> keys) {
    /** Fails when it is not the issuer that was asked, or has an address that is not safe. */
    static Provider of(OIDCProviderMetadata said, URI issuer, JWKSource<SecurityContext> keys) {
        if (!said.getIssuer().getValue().equals(issuer.toString())) {
            throw new IllegalArgumentException("it calls itself " + said.getIssuer() + " and not " + issuer);
        }
        return new Provider(
                SafeAddress.demand(present(said.getAuthorizationEndpointURI(), "authorization_endpoint")),
                SafeAddress.demand(present(said.getTokenEndpointURI(), "token_endpoint")),
                wantsSecretInBody(said.getTokenEndpointAuthMethods()),
                keys);
    }

    /** Without a word about it, the standard means the header. */
    private static boolean wantsSecretInBody(
            @org.jspecify.annotations.Nullable List<ClientAuthenticationMethod> methods) {
        return methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    private static URI present(@org.jspecify.annotations.Nullable URI address, String what) {
        if (address == null) {
            throw new IllegalArgumentException("its description names no " + what);
        }
        return address;
    }

    /** The well-known address of an issuer, which may have a path. */
    static URI description(URI issuer) {
        try {
            var base = issuer.toString();
            return new URI((base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                    + "/.well-known/openid-configuration");
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
