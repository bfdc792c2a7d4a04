package licet.web.people;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import licet.registry.identity.OwnAccount;
import licet.registry.identity.SignInWays;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.SessionCookies;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import licet.web.layout.Texts;

/** Everybody's own name, password and sessions. */
@Controller("/account")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class AccountController {
    private static final String TEMPLATE = "account";
    private static final URI PAGE = URI.create("/account");

    private final OwnAccount account;
    private final SignInWays ways;
    private final SessionCookies cookies;
    private final Frame frame;
    private final Texts texts;

    AccountController(OwnAccount account, SignInWays ways, SessionCookies cookies, Frame frame, Texts texts) {
        this.account = account;
        this.ways = ways;
        this.cookies = cookies;
        this.frame = frame;
        this.texts = texts;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Principal caller) {
        return frame.ok(request, Page.Section.NONE, TEMPLATE, view(request, caller, List.of()));
    }

    @Post("/profile")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> describe(HttpRequest<?> request, @Body Map<String, Object> form, Principal caller) {
        var filled = Filled.of(form);
        try {
            account.describe(filled.one("displayName"), filled.one("email"), filled.one("language"), caller);
            return HttpResponse.seeOther(PAGE);
        } catch (ProblemException refused) {
            return again(request, caller, Filled.problems(refused));
        }
    }

    @Post("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changePassword(HttpRequest<?> request, @Body Map<String, Object> form, Principal caller) {
        var filled = Filled.of(form);
        if (!filled.one("newPassword").equals(filled.one("passwordAgain"))) {
            return again(request, caller, List.of(new FormProblem("passwordAgain", texts.get("setUp.different"))));
        }
        try {
            account.changePassword(filled.one("oldPassword"), filled.one("newPassword"), caller, session(request));
            return HttpResponse.seeOther(PAGE);
        } catch (ProblemException refused) {
            return again(request, caller, Filled.problems(refused));
        }
    }

    @Post("/end-sessions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> endSessions(HttpRequest<?> request, Principal caller) {
        account.endSessions(caller);
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(cookies.clear(request));
    }

    private HttpResponse<String> again(HttpRequest<?> request, Principal caller, List<FormProblem> problems) {
        return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, view(request, caller, problems));
    }

    private AccountView view(HttpRequest<?> request, Principal caller, List<FormProblem> problems) {
        return AccountView.of(
                caller, account.profile(caller), account.sessions(caller, session(request)), ways, problems);
    }

    private String session(HttpRequest<?> request) {
        return cookies.find(request).orElse("");
    }
}
