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
import licet.registry.identity.Attempts;
import licet.registry.identity.JoinedIdentities;
import licet.registry.identity.ProvidedIdentity;
import licet.registry.identity.ProvidedSignIn;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReturnAddress;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends browsers to the provider and lets in whom it vouches for. There is none without a configured provider. */
@Singleton
@Requires(bean = OidcSettings.class)
public final class OidcSignIn {
    /** Path of this site to which the provider sends browsers back. */
    public static final String CALLBACK = "/sign-in/oidc/callback";

    private static final ReturnAddress ACCOUNT = new ReturnAddress("/account");
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final OidcSettings settings;
    private final Discovery discovery;
    private final Flows flows;
    private final CodeExchange exchange;
    private final IdTokens tokens;
    private final ProvidedSignIn people;
    private final JoinedIdentities identities;
    private final Attempts attempts;

    OidcSignIn(
            OidcSettings settings,
            Discovery discovery,
            Flows flows,
            CodeExchange exchange,
            IdTokens tokens,
            ProvidedSignIn people,
            JoinedIdentities identities,
            Attempts attempts) {
        this.settings = settings;
        this.discovery = discovery;
        this.flows = flows;
        this.exchange = exchange;
        this.tokens = tokens;
        this.people = people;
        this.identities = identities;
        this.attempts = attempts;
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

    /**
     * What a browser brought back.
     *
     * @param address from where it came
     */
    public record Arrival(
            Optional<String> cookie,
            Optional<String> state,
            Optional<String> code,
            Optional<String> olderSession,
            String address) {
        @Override
        public String toString() {
            return "Arrival[…]";
        }
    }

    /** How it ended. */
    public sealed interface Result {
        /** The answer of the people's side, and where the browser wanted to go. */
        record Known(ProvidedSignIn.Result answer, ReturnAddress to) implements Result {}

        /** Somebody who is signed in wanted the identity to become a way in. */
        record Joined(JoinedIdentities.Result answer) implements Result {}

        /** This browser did not start this trip, or it was too long ago, or it is over. */
        record NotOurs() implements Result {}

        /** The provider says no, or the person did. */
        record Declined() implements Result {}

        /** What the provider sent cannot be trusted. */
        record Untrusted() implements Result {}
    }

    /**
     * Off to sign in. Fails with a problem when the provider cannot be reached, or after too many attempts.
     *
     * @param address from where the browser comes
     */
    public Trip begin(ReturnAddress to, URI callback, String address) {
        return begin(new Flows.Purpose(to, Optional.empty()), callback, address);
    }

    /** Off to prove an identity that becomes a way in for the caller, who is signed in. */
    public Trip beginJoining(Principal caller, URI callback, String address) {
        var person = Optional.ofNullable(caller.personId())
                .orElseThrow(() -> new RegistryProblem.Forbidden("a person").asException());
        return begin(new Flows.Purpose(ACCOUNT, Optional.of(person)), callback, address);
    }

    private Trip begin(Flows.Purpose purpose, URI callback, String address) {
        attempts.count(address);
        var provider = provider();
        var flow = flows.begin(purpose);
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
        var purpose = flow.flatMap(flows::take);
        if (flow.isEmpty() || purpose.isEmpty()) {
            return new Result.NotOurs();
        }
        return arrival.code().isEmpty()
                ? new Result.Declined()
                : trade(flow.get(), arrival.code().get(), callback)
                        .map(claims -> arrived(claims.person(settings.roles()), purpose.get(), arrival))
                        .orElseGet(Result.Untrusted::new);
    }

    private Result arrived(ProvidedIdentity identity, Flows.Purpose purpose, Arrival arrival) {
        attempts.forgive(arrival.address());
        return purpose.joins()
                .<Result>map(person -> new Result.Joined(identities.join(person, identity)))
                .orElseGet(() -> new Result.Known(people.signIn(identity, arrival.olderSession()), purpose.to()));
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
