package licet.web.request;

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
import java.net.URI;
import licet.registry.approval.ApprovalDesk;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** Where somebody asks for a model in a deployment. */
@Controller("/requests")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = Role.REQUESTER)
final class AskController {
    static final String TEMPLATE = "request-new";

    private final AskPages pages;
    private final RequestPages requestPages;
    private final ApprovalDesk desk;
    private final Frame frame;

    AskController(AskPages pages, RequestPages requestPages, ApprovalDesk desk, Frame frame) {
        this.pages = pages;
        this.requestPages = requestPages;
        this.desk = desk;
        this.frame = frame;
    }

    @Get("/new{?model,revision,source,deployment}")
    HttpResponse<String> begin(
            HttpRequest<?> request,
            @QueryValue @Nullable String model,
            @QueryValue @Nullable String revision,
            @QueryValue @Nullable String source,
            @QueryValue @Nullable String deployment,
            Principal caller) {
        var form = new AskForm(model, revision, source, deployment, "", "", null);
        var view = pages.page(form, token(request), caller, java.util.List.of());
        return frame.ok(request, Page.Section.REQUESTS, TEMPLATE, view);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(HttpRequest<?> request, @Body AskForm form, Principal caller) {
        var now = pages.page(form, token(request), caller, java.util.List.of());
        if (!now.asks()) {
            // A second click, or something that changed meanwhile: the page says which.
            return frame.refused(request, HttpStatus.CONFLICT, TEMPLATE, now);
        }
        try {
            var draft = desk.draft(form.wish(), caller);
            return form.isKept() ? HttpResponse.seeOther(place(draft.id())) : submit(request, draft.id(), caller);
        } catch (ProblemException refused) {
            var view =
                    pages.page(form, token(request), caller, Refusals.beside(refused.problem(), "", "justification"));
            return frame.refused(request, Refusals.status(refused.problem()), TEMPLATE, view);
        }
    }

    /** What could not be submitted stays as a draft, with the reason beside it. */
    private HttpResponse<?> submit(HttpRequest<?> request, java.util.UUID id, Principal caller) {
        try {
            desk.submit(id, caller);
            return HttpResponse.seeOther(place(id));
        } catch (ProblemException refused) {
            var sent = Sent.refused(refused.problem(), "desk");
            var view = requestPages.page(id, new RequestPages.Look(caller, Callers.findFormToken(request)), sent);
            return frame.refused(request, Refusals.status(refused.problem()), RequestController.TEMPLATE, view);
        }
    }

    private static URI place(java.util.UUID id) {
        return URI.create("/requests/" + id);
    }

    private static String token(HttpRequest<?> request) {
        return Callers.findFormToken(request).orElse("");
    }
}
