package licet.web.request;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import licet.registry.approval.BreakGlass;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.Frame;

/** Where somebody goes ahead of an approval. */
@Controller("/requests/break-glass")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = Role.REQUESTER)
final class GlassController {
    private final AskPages pages;
    private final BreakGlass glass;
    private final Frame frame;

    GlassController(AskPages pages, BreakGlass glass, Frame frame) {
        this.pages = pages;
        this.glass = glass;
        this.frame = frame;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> go(HttpRequest<?> request, @Body GlassForm form, Principal caller) {
        try {
            var broken = glass.go(form.emergency(), caller);
            return HttpResponse.seeOther(URI.create("/requests/" + broken.request()));
        } catch (ProblemException refused) {
            var token = Callers.findFormToken(request).orElse("");
            var problems = Refusals.beside(refused.problem(), "glass-", "main");
            var view = pages.page(form.asked(), token, caller, problems).with(form);
            return frame.refused(request, Refusals.status(refused.problem()), AskController.TEMPLATE, view);
        }
    }
}
