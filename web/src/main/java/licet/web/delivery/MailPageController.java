package licet.web.delivery;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import licet.registry.mail.Mails;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Where administrators see what was mailed, try it out, and send one again. */
@Controller("/mail")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = Role.ADMINISTRATOR)
final class MailPageController {
    private final Mails mails;
    private final Frame frame;

    MailPageController(Mails mails, Frame frame) {
        this.mails = mails;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> log(HttpRequest<?> request) {
        return frame.ok(request, Page.Section.NONE, "mail", view(request, List.of()));
    }

    private interface Step {
        void take();
    }

    @Post("/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> test(HttpRequest<?> request, Principal caller) {
        return take(request, () -> mails.test(caller));
    }

    @Post("/{id}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> replay(HttpRequest<?> request, UUID id, Principal caller) {
        return take(request, () -> mails.replay(id, caller));
    }

    private HttpResponse<?> take(HttpRequest<?> request, Step step) {
        try {
            step.take();
            return HttpResponse.seeOther(URI.create("/mail"));
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof RegistryProblem.Conflict)) {
                throw refused;
            }
            var problems = List.of(
                    new FormProblem("test", ProblemText.of(refused.problem()).sentence()));
            return frame.refused(request, HttpStatus.CONFLICT, "mail", view(request, problems));
        }
    }

    private MailView view(HttpRequest<?> request, List<FormProblem> problems) {
        return new MailView(mails.log(), Callers.findFormToken(request).orElse(""), problems);
    }
}
