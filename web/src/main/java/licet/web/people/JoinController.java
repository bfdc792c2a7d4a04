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
import licet.registry.identity.PersonLinks;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.SessionCookies;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import licet.web.layout.Texts;

/** Where an invited person sets an own password, and one whose password was reset a new one. */
@Controller("/join/{link}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(Access.Who.OPEN)
final class JoinController {
    private static final String TEMPLATE = "join";

    private final PersonLinks links;
    private final SessionCookies cookies;
    private final Frame frame;
    private final Texts texts;

    JoinController(PersonLinks links, SessionCookies cookies, Frame frame, Texts texts) {
        this.links = links;
        this.cookies = cookies;
        this.frame = frame;
        this.texts = texts;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, String link) {
        return frame.ok(request, Page.Section.NONE, TEMPLATE, view(request, link, List.of()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> complete(HttpRequest<?> request, String link, @Body Map<String, Object> form) {
        var filled = Filled.of(form);
        if (!filled.one("password").equals(filled.one("passwordAgain"))) {
            return again(request, link, List.of(new FormProblem("passwordAgain", texts.get("setUp.different"))));
        }
        return switch (links.complete(link, filled.one("password"))) {
            case PersonLinks.Result.Done(var session) ->
                HttpResponse.seeOther(URI.create("/")).cookie(cookies.issue(session, request));
            case PersonLinks.Result.LinkClosed() -> throw closed();
            case PersonLinks.Result.Invalid(var errors) ->
                again(
                        request,
                        link,
                        errors.stream()
                                .map(error -> new FormProblem(error.field(), error.mend()))
                                .toList());
        };
    }

    private HttpResponse<?> again(HttpRequest<?> request, String link, List<FormProblem> problems) {
        return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, view(request, link, problems));
    }

    private JoinView view(HttpRequest<?> request, String link, List<FormProblem> problems) {
        var login = links.findLogin(link).orElseThrow(JoinController::closed);
        return new JoinView(request.getPath(), login, problems);
    }

    /** The link itself stays out of the answer. */
    private static RuntimeException closed() {
        return new RegistryProblem.NotFound("link", "…").asException();
    }
}
