package licet.registry.identity.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import licet.registry.identity.oidc.ProviderHttp;
import licet.registry.identity.oidc.SafeAddress;
import licet.rules.format.CanonicalJson;

/**
 * Keys with which CI systems sign, read when first needed, again when a token names a key that is not among them, and not
 * more often than twice a minute. Only issuers that an administrator named are ever asked.
 */
@Singleton
class CiIssuers {
    private static final String DESCRIPTION = "/.well-known/openid-configuration";

    private final ProviderHttp http;
    private final Map<URI, JWKSource<SecurityContext>> known = new ConcurrentHashMap<>();

    CiIssuers(ProviderHttp http) {
        this.http = http;
    }

    JWKSource<SecurityContext> keys(URI issuer) throws IOException {
        var found = known.get(issuer);
        if (found != null) {
            return found;
        }
        var read = read(issuer);
        known.put(issuer, read);
        return read;
    }

    private JWKSource<SecurityContext> read(URI issuer) throws IOException {
        String base = issuer.toString();
        String at = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + DESCRIPTION;
        try {
            var said = CanonicalJson.read(http.get(URI.create(at)), JsonNode.class);
            if (!said.path("issuer").asText().equals(base)) {
                throw new IOException("it calls itself another issuer");
            }
            var keys = SafeAddress.demand(URI.create(said.path("jwks_uri").asText()));
            return JWKSourceBuilder.<SecurityContext>create(keys.toURL(), http)
                    .refreshAheadCache(false)
                    .build();
        } catch (IllegalArgumentException unusable) {
            throw new IOException("its description is not usable", unusable);
        }
    }
}
