package licet.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import licet.registry.identity.JoinedIdentities;
import licet.registry.identity.ProvidedSignIn;
import licet.registry.identity.SignInWays;
import licet.registry.identity.oidc.OidcSignIn;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.ClientAddress;
import licet.registry.platform.http.FlowCookies;
import licet.registry.platform.http.PublicAddress;
import licet.registry.platform.http.ReturnAddress;
import licet.registry.platform.http.SessionCookies;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import licet.web.layout.Texts;

/** Signing in at an OpenID provider: off to it, back from it, and on to the page that was wanted. */
@Controller("/sign-in")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(Access.Who.OPEN)
final class ProviderSignInController {
    static final String PATH = "/sign-in/oidc";
    private static final String DONE = "/sign-in/done";
    private static final ReturnAddress START = new ReturnAddress("/");

    private final Optional<OidcSignIn> provider;
    private final SignInWays ways;
    private final SessionCookies sessions;
    private final FlowCookies flows;
    private final PublicAddress address;
    private final Frame frame;
    private final Texts texts;

    ProviderSignInController(
            Optional<OidcSignIn> provider,
            SignInWays ways,
            SessionCookies sessions,
            FlowCookies flows,
            PublicAddress address,
            Frame frame,
            Texts texts) {
        this.provider = provider;
        this.ways = ways;
        this.sessions = sessions;
        this.flows = flows;
        this.address = address;
        this.frame = frame;
        this.texts = texts;
    }

    @Get("/oidc")
    HttpResponse<?> leave(HttpRequest<?> request, @QueryValue(ReturnAddress.PARAMETER) Optional<String> to) {
        var destination = destination(to);
        if (Callers.find(request).isPresent()) {
            return HttpResponse.seeOther(URI.create(destination.path()));
        }
        var trip = provider(request)
                .begin(destination, address.of(request, OidcSignIn.CALLBACK), ClientAddress.of(request));
        return HttpResponse.seeOther(trip.address()).cookie(flows.issue(trip.cookie(), trip.goodFor(), request));
    }

    @Get("/oidc/callback")
    HttpResponse<?> arrive(
            HttpRequest<?> request, @QueryValue Optional<String> state, @QueryValue Optional<String> code) {
        var arrival = new OidcSignIn.Arrival(
                flows.find(request), state, code, sessions.find(request), ClientAddress.of(request));
        return switch (provider(request).finish(arrival, address.of(request, OidcSignIn.CALLBACK))) {
            case OidcSignIn.Result.Known(var answer, var to) -> known(request, answer, to);
            case OidcSignIn.Result.Joined(var answer) -> joined(request, answer);
            case OidcSignIn.Result.NotOurs() -> refused(request, HttpStatus.BAD_REQUEST, "signIn.provider.notOurs");
            case OidcSignIn.Result.Declined() -> refused(request, HttpStatus.FORBIDDEN, "signIn.provider.declined");
            case OidcSignIn.Result.Untrusted() -> refused(request, HttpStatus.BAD_GATEWAY, "signIn.provider.untrusted");
        };
    }

    /**
     * Goes on by itself from a page of ours. Browsers keep the session's cookie back while they follow a redirect that
     * another site began; and the code stays out of the address that the next page sees.
     */
    @Get("/done")
    HttpResponse<?> done(HttpRequest<?> request, @QueryValue(ReturnAddress.PARAMETER) Optional<String> to) {
        var path = destination(to).path();
        return frame.ok(request, Page.Section.NONE, "signed-in", new SignedInView(path))
                .header("Refresh", "0;url=" + path);
    }

    /** The session goes on; its cookie comes along again once the browser is back on a page of ours. */
    private HttpResponse<?> joined(HttpRequest<?> request, JoinedIdentities.Result answer) {
        return switch (answer) {
            case JOINED -> HttpResponse.seeOther(onward("/account")).cookie(flows.clear(request));
            case OF_ANOTHER -> refused(request, HttpStatus.CONFLICT, "account.provider.ofAnother");
            case HAS_ANOTHER -> refused(request, HttpStatus.CONFLICT, "account.provider.hasAnother");
            case GONE -> refused(request, HttpStatus.FORBIDDEN, "signIn.provider.deactivated");
        };
    }

    private static URI onward(String path) {
        return URI.create(DONE + "?" + ReturnAddress.PARAMETER + "=" + URLEncoder.encode(path, UTF_8));
    }

    private HttpResponse<?> known(HttpRequest<?> request, ProvidedSignIn.Result answer, ReturnAddress to) {
        return switch (answer) {
            case ProvidedSignIn.Result.SignedIn(var session) ->
                HttpResponse.seeOther(onward(to.path()))
                        .cookie(sessions.issue(session, request))
                        .cookie(flows.clear(request));
            case ProvidedSignIn.Result.NoRole() -> refused(request, HttpStatus.FORBIDDEN, "signIn.provider.noRole");
            case ProvidedSignIn.Result.Deactivated() ->
                refused(request, HttpStatus.FORBIDDEN, "signIn.provider.deactivated");
            case ProvidedSignIn.Result.LoginTaken(var login) ->
                refused(request, HttpStatus.FORBIDDEN, "signIn.provider.loginTaken", login);
        };
    }

    private HttpResponse<?> refused(HttpRequest<?> request, HttpStatus status, String key, Object... arguments) {
        var notice = texts.get(key, arguments);
        var view = new SignInView("", Optional.empty(), List.of(), ways, Optional.of(notice));
        return frame.refused(request, status, "sign-in", view).cookie(flows.clear(request));
    }

    private OidcSignIn provider(HttpRequest<?> request) {
        return provider.orElseThrow(() -> new RegistryProblem.NoSuchAddress(request.getPath()).asException());
    }

    private static ReturnAddress destination(Optional<String> to) {
        return to.flatMap(ReturnAddress::parse).orElse(START);
    }
}
