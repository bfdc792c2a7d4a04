package licet.registry.identity.oidc;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import licet.registry.identity.ProvidedSignIn;
import licet.registry.platform.http.ReturnAddress;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends browsers to the provider and lets in whom it vouches for. There is none without a configured provider. */
@Singleton
@Requires(bean = OidcSettings.class)
public final class OidcSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final OidcSettings settings;
    private final Discovery discovery;
    private final Flows flows;
    private final CodeExchange exchange;
    private final IdTokens tokens;
    private final ProvidedSignIn people;

    OidcSignIn(
            OidcSettings settings,
            Discovery discovery,
            Flows flows,
            CodeExchange exchange,
            IdTokens tokens,
            ProvidedSignIn people) {
        this.settings = settings;
        this.discovery = discovery;
        this.flows = flows;
        this.exchange = exchange;
        this.tokens = tokens;
        this.people = people;
    }

    /**
     * The way to the provider.
     *
     * @param address where to send the browser
     * @param cookie what the browser must show when it comes back
     */
    public record Trip(URI address, String cookie, Duration goodFor) {
        @Override
        public String toString() {
            return "Trip[…]";
        }
    }

    /** What a browser brought back. */
    public record Arrival(
            Optional<String> cookie, Optional<String> state, Optional<String> code, Optional<String> olderSession) {
        @Override
        public String toString() {
            return "Arrival[…]";
        }
    }

    /** How it ended. */
    public sealed interface Result {
        /** The answer of the people's side, and where the browser wanted to go. */
        record Known(ProvidedSignIn.Result answer, ReturnAddress to) implements Result {}

        /** This browser did not start this trip, or it was too long ago, or it is over. */
        record NotOurs() implements Result {}

        /** The provider says no, or the person did. */
        record Declined() implements Result {}

        /** What the provider sent cannot be trusted. */
        record Untrusted() implements Result {}
    }

    /** Fails with a problem when the provider cannot be reached. */
    public Trip begin(ReturnAddress to, URI callback) {
        var provider = provider();
        var flow = flows.begin(to);
        var scopes = new Scope(settings.scopes().stream().sorted().toArray(String[]::new));
        var client = new ClientID(settings.client().id());
        var request = new AuthenticationRequest.Builder(ResponseType.CODE, scopes, client, callback)
                .endpointURI(provider.authorization())
                .state(new State(flow.state()))
                .nonce(new Nonce(flow.nonce()))
                .codeChallenge(new CodeVerifier(flow.verifier()), CodeChallengeMethod.S256)
                .build();
        return new Trip(request.toURI(), flow.secret(), Flows.GOOD_FOR);
    }

    /** Fails with a problem when the provider cannot be reached; nobody is signed in then. */
    public Result finish(Arrival arrival, URI callback) {
        var flow = arrival.cookie()
                .flatMap(Flow::parse)
                .filter(known -> arrival.state().filter(known::hasState).isPresent());
        var to = flow.flatMap(flows::take);
        if (flow.isEmpty() || to.isEmpty()) {
            return new Result.NotOurs();
        }
        return arrival.code().isEmpty()
                ? new Result.Declined()
                : trade(flow.get(), arrival.code().get(), callback)
                        .<Result>map(claims -> new Result.Known(
                                people.signIn(claims.person(settings.roles()), arrival.olderSession()), to.get()))
                        .orElseGet(Result.Untrusted::new);
    }

    private Optional<Claims> trade(Flow flow, String code, URI callback) {
        try {
            var provider = discovery.provider();
            var token = exchange.trade(provider, code, callback, flow);
            if (token.isEmpty()) {
                LOG.warn("{} gave no ID token for a code", settings.issuer());
                return Optional.empty();
            }
            return Optional.of(tokens.check(token.get(), provider, flow));
        } catch (BadJOSEException untrusted) {
            LOG.warn("An ID token of {} was refused: {}", settings.issuer(), untrusted.getMessage());
            return Optional.empty();
        } catch (ProviderDown outage) {
            throw unavailable(outage);
        }
    }

    private Provider provider() {
        try {
            return discovery.provider();
        } catch (ProviderDown outage) {
            throw unavailable(outage);
        }
    }

    private ProblemException unavailable(ProviderDown outage) {
        LOG.warn("{}: {}", outage.getMessage(), String.valueOf(outage.getCause()));
        return new RegistryProblem.Unavailable(settings.name(), RETRY).asException();
    }
}
