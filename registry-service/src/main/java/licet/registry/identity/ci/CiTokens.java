package licet.registry.identity.ci;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.identity.WorkloadTokens;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.http.SecretHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks identity tokens of CI jobs: signed by the issuer, for us, not over, and saying what an administrator asked for. */
@Singleton
class CiTokens implements WorkloadTokens {
    private static final Logger LOG = LoggerFactory.getLogger(CiTokens.class);
    private static final int LONGEST = 8_192;
    private static final int REMEMBERED = 10_000;
    private static final int SKEW_SECONDS = 30;
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);
    /** Signatures by key pairs only: with a shared secret, or with none, others could write tokens as well. */
    private static final Set<JWSAlgorithm> ALLOWED =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final CiIdentities identities;
    private final CiIssuers issuers;
    private final Clock clock;
    private final HeadCache<SecretHash, Optional<Known>> remembered;

    CiTokens(CiIdentities identities, CiIssuers issuers, Clock clock, HeadWatch watch) {
        this.identities = identities;
        this.issuers = issuers;
        this.clock = clock;
        this.remembered = watch.cache(REMEMBERED, Set.of("token"));
    }

    private record Known(UUID id, Instant until) {}

    @Override
    public Optional<UUID> find(String token) {
        if (token.length() > LONGEST || token.chars().filter(c -> c == '.').count() != 2) {
            return Optional.empty();
        }
        var hash = SecretHash.of(token);
        var known = remembered
                .get(hash, _ -> check(token))
                .filter(one -> clock.instant().isBefore(one.until()));
        if (known.isEmpty()) {
            // What is refused costs no room.
            remembered.forget(hash);
        }
        return known.map(Known::id);
    }

    private Optional<Known> check(String text) {
        try {
            var token = SignedJWT.parse(text);
            var issuer =
                    Optional.ofNullable(token.getJWTClaimsSet().getIssuer()).orElse("");
            var trusted = identities.list().stream()
                    .filter(identity -> identity.issuer().toString().equals(issuer))
                    .toList();
            return trusted.isEmpty() ? Optional.empty() : check(token, trusted);
        } catch (ParseException | BadJOSEException | JOSEException | IOException refused) {
            // The reason names claims, never the token.
            LOG.info("An identity token of a CI job was refused: {}", refused.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Known> check(SignedJWT token, List<CiIdentity> trusted)
            throws BadJOSEException, JOSEException, IOException {
        URI issuer = trusted.getFirst().issuer();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALLOWED, issuers.keys(issuer)));
        processor.setJWTClaimsSetVerifier(rules(issuer));
        var claims = processor.process(token, null);
        var until = claims.getExpirationTime().toInstant();
        if (until.isAfter(claims.getIssueTime().toInstant().plus(LONGEST_LIFE))) {
            throw new BadJOSEException("it lives longer than a job");
        }
        return trusted.stream()
                .filter(identity -> says(claims, identity))
                .findFirst()
                .map(identity -> new Known(identity.id(), until));
    }

    private DefaultJWTClaimsVerifier<SecurityContext> rules(URI issuer) {
        var rules =
                new DefaultJWTClaimsVerifier<SecurityContext>(
                        new JWTClaimsSet.Builder().issuer(issuer.toString()).build(),
                        Set.of("exp", "iat", "aud", "sub")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        rules.setMaxClockSkew(SKEW_SECONDS);
        return rules;
    }

    private static boolean says(JWTClaimsSet claims, CiIdentity identity) {
        return claims.getAudience().contains(identity.audience())
                && identity.claims().entrySet().stream()
                        .allMatch(wanted -> claims.getClaim(wanted.getKey()) instanceof String said
                                && new ClaimPattern(wanted.getValue()).matches(said));
    }
}
