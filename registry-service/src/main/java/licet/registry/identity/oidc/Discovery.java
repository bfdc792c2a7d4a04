package licet.registry.identity.oidc;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Asks the provider who it is, and believes the answer for an hour. A failure is not remembered. */
@Singleton
@Requires(bean = OidcSettings.class)
final class Discovery {
    private static final Duration BELIEVED = Duration.ofHours(1);

    private final OidcSettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private final AtomicReference<Optional<Heard>> last = new AtomicReference<>(Optional.empty());

    Discovery(OidcSettings settings, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    private record Heard(Provider provider, Instant until) {}

    Provider provider() throws ProviderDown {
        var now = clock.instant();
        var heard = last.get().filter(known -> now.isBefore(known.until));
        if (heard.isPresent()) {
            return heard.get().provider;
        }
        var provider = ask();
        last.set(Optional.of(new Heard(provider, now.plus(BELIEVED))));
        return provider;
    }

    private Provider ask() throws ProviderDown {
        try {
            var said = OIDCProviderMetadata.parse(http.get(Provider.description(settings.issuer())));
            if (said.getJWKSetURI() == null) {
                throw new IllegalArgumentException("its description names no jwks_uri");
            }
            var keys = JWKSourceBuilder.<SecurityContext>create(
                            said.getJWKSetURI().toURL(), http)
                    .refreshAheadCache(false)
                    .build();
            return Provider.of(said, settings.issuer(), keys);
        } catch (MalformedURLException | ParseException | IllegalArgumentException wrong) {
            throw new ProviderDown("The description of " + settings.issuer() + " is not usable", wrong);
        } catch (IOException outage) {
            throw new ProviderDown("The description of " + settings.issuer() + " cannot be read", outage);
        }
    }
}
