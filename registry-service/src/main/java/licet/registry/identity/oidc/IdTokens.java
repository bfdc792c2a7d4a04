package licet.registry.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks ID tokens: signed with a key of the provider, by it, for this installation, for this trip, and not over.
 * Source of the rules: OpenID Connect Core 1.0, section 3.1.3.7.
 */
@Singleton
@Requires(bean = OidcSettings.class)
final class IdTokens {
    /** Signatures by key pairs only. With a shared secret, or with none, others could write tokens as well. */
    private static final Set<JWSAlgorithm> ALLOWED = Stream.concat(
                    JWSAlgorithm.Family.RSA.stream(), JWSAlgorithm.Family.EC.stream())
            .filter(algorithm -> !algorithm.equals(JWSAlgorithm.ES256K))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat", "nonce");

    private final OidcSettings settings;
    private final Clock clock;

    IdTokens(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Claims check(JWT token, Provider provider, Flow flow) throws ProviderDown, BadJOSEException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALLOWED, provider.keys()));
        processor.setJWTClaimsSetVerifier(new Rules(settings, flow, clock));
        try {
            return new Claims(processor.process(token, null));
        } catch (KeySourceException outage) {
            throw new ProviderDown("The keys of " + settings.issuer() + " cannot be read", outage);
        } catch (JOSEException broken) {
            throw new BadJOSEException("The signature cannot be computed", broken);
        }
    }

    private static final class Rules extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final String client;
        private final Clock clock;

        Rules(OidcSettings settings, Flow flow, Clock clock) {
            super(
                    settings.client().id(),
                    new JWTClaimsSet.Builder()
                            .issuer(settings.issuer().toString())
                            .claim("nonce", flow.nonce())
                            .build(),
                    REQUIRED);
            this.client = settings.client().id();
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            var party = claims.getClaim("azp");
            if (party == null ? claims.getAudience().size() > 1 : !party.equals(client)) {
                throw new BadJWTException("The token was made for another program");
            }
        }
    }
}
