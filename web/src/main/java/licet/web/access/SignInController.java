package licet.web.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.registry.identity.SignIn;
import licet.registry.identity.SignInWays;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.ClientAddress;
import licet.registry.platform.http.ReturnAddress;
import licet.registry.platform.http.SessionCookies;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import licet.web.layout.Texts;
import org.jspecify.annotations.Nullable;

/** Signing in with a login and a password, and signing out. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
final class SignInController {
    private static final String TEMPLATE = "sign-in";

    private final SignIn signIn;
    private final SessionCookies cookies;
    private final Frame frame;
    private final Texts texts;
    private final SignInWays ways;

    SignInController(SignIn signIn, SessionCookies cookies, Frame frame, Texts texts, SignInWays ways) {
        this.signIn = signIn;
        this.cookies = cookies;
        this.frame = frame;
        this.texts = texts;
        this.ways = ways;
    }

    @Serdeable
    record Form(
            @Nullable String login,
            @Nullable String password,
            @Nullable String to) {
        @Override
        public String toString() {
            return "Form[…]";
        }
    }

    @Get("/sign-in")
    @Access(Access.Who.OPEN)
    HttpResponse<?> show(HttpRequest<?> request, @QueryValue(ReturnAddress.PARAMETER) Optional<String> to) {
        if (Callers.find(request).isPresent()) {
            return HttpResponse.seeOther(destination(to));
        }
        return frame.ok(request, Page.Section.NONE, TEMPLATE, view("", to, List.of()));
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(Access.Who.OPEN)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Form form) {
        if (!ways.password()) {
            throw new RegistryProblem.Forbidden(
                            texts.get("signIn.atProvider", ways.provider().orElse("")))
                    .asException();
        }
        var login = form.login() == null ? "" : form.login();
        var password = form.password() == null ? "" : form.password();
        var to = Optional.ofNullable(form.to());
        var gaps = gaps(login, password);
        if (!gaps.isEmpty()) {
            return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, view(login, to, gaps));
        }
        var attempt = new SignIn.Attempt(login, password, ClientAddress.of(request));
        return switch (signIn.signIn(attempt, cookies.find(request))) {
            case SignIn.Result.SignedIn(var session) ->
                HttpResponse.seeOther(destination(to)).cookie(cookies.issue(session, request));
            case SignIn.Result.Refused() -> refused(request, HttpStatus.UNAUTHORIZED, login, to, "signIn.refused");
            case SignIn.Result.TooManyAttempts(var wait) ->
                refused(request, HttpStatus.TOO_MANY_REQUESTS, login, to, "signIn.tooMany", wait.toSeconds())
                        .header("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
        };
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access
    HttpResponse<?> signOut(HttpRequest<?> request) {
        cookies.find(request).ifPresent(signIn::signOut);
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(cookies.clear(request));
    }

    private io.micronaut.http.MutableHttpResponse<String> refused(
            HttpRequest<?> request,
            HttpStatus status,
            String login,
            Optional<String> to,
            String key,
            Object... arguments) {
        var problem = new FormProblem("login", texts.get(key, arguments));
        return frame.refused(request, status, TEMPLATE, view(login, to, List.of(problem)));
    }

    private SignInView view(String login, Optional<String> to, List<FormProblem> problems) {
        return new SignInView(login, to, problems, ways, Optional.empty());
    }

    private List<FormProblem> gaps(String login, String password) {
        var gaps = new ArrayList<FormProblem>();
        if (login.isBlank()) {
            gaps.add(new FormProblem("login", texts.get("signIn.missingLogin")));
        }
        if (password.isEmpty()) {
            gaps.add(new FormProblem("password", texts.get("signIn.missingPassword")));
        }
        return List.copyOf(gaps);
    }

    private static URI destination(Optional<String> to) {
        return URI.create(
                to.flatMap(ReturnAddress::parse).map(ReturnAddress::path).orElse("/"));
    }
}
