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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import licet.registry.identity.NewPerson;
import licet.registry.identity.SetupLinks;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.SessionCookies;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import licet.web.layout.Texts;
import org.jspecify.annotations.Nullable;

/** The page behind the link that the first start prints: it makes the first account. */
@Controller("/set-up/{link}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(Access.Who.OPEN)
final class SetUpController {
    private static final String TEMPLATE = "set-up";

    private final SetupLinks links;
    private final SessionCookies cookies;
    private final Frame frame;
    private final Texts texts;

    SetUpController(SetupLinks links, SessionCookies cookies, Frame frame, Texts texts) {
        this.links = links;
        this.cookies = cookies;
        this.frame = frame;
        this.texts = texts;
    }

    @Serdeable
    record Form(
            @Nullable String login,
            @Nullable String displayName,
            @Nullable String password,
            @Nullable String passwordAgain) {
        NewPerson person() {
            return new NewPerson(orEmpty(login), orEmpty(displayName), orEmpty(password));
        }

        boolean agrees() {
            return orEmpty(password).equals(orEmpty(passwordAgain));
        }

        @Override
        public String toString() {
            return "Form[…]";
        }
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, String link) {
        if (!links.isOpen(link)) {
            throw closed();
        }
        return frame.ok(request, Page.Section.NONE, TEMPLATE, view(request, new NewPerson("", "", ""), List.of()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> complete(HttpRequest<?> request, String link, @Body Form form) {
        var wanted = form.person();
        if (!form.agrees()) {
            return again(request, wanted, List.of(new FormProblem("passwordAgain", texts.get("setUp.different"))));
        }
        return switch (links.complete(link, wanted)) {
            case SetupLinks.Result.Done(var session) ->
                HttpResponse.seeOther(URI.create("/")).cookie(cookies.issue(session, request));
            case SetupLinks.Result.LinkClosed() -> throw closed();
            case SetupLinks.Result.Invalid(var errors) ->
                again(
                        request,
                        wanted,
                        errors.stream()
                                .map(error -> new FormProblem(error.field(), error.mend()))
                                .toList());
        };
    }

    private HttpResponse<?> again(HttpRequest<?> request, NewPerson wanted, List<FormProblem> problems) {
        return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, view(request, wanted, problems));
    }

    private static SetUpView view(HttpRequest<?> request, NewPerson wanted, List<FormProblem> problems) {
        return new SetUpView(request.getPath(), wanted.login(), wanted.displayName(), problems);
    }

    /** The link itself stays out of the answer: it may be in a log already, and is in no page. */
    private static RuntimeException closed() {
        return new RegistryProblem.NotFound("set-up link", "…").asException();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
