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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import licet.registry.approval.RequestFilters;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** All requests, and the lists of them that somebody keeps. */
@Controller("/requests")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class BoardController {
    private static final String TEMPLATE = "requests";

    private final BoardPages pages;
    private final RequestFilters filters;
    private final Frame frame;

    BoardController(BoardPages pages, RequestFilters filters, Frame frame) {
        this.pages = pages;
        this.filters = filters;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request, Principal caller) {
        var asked = BoardAddress.of(request.getParameters());
        try {
            return frame.ok(request, Page.Section.REQUESTS, TEMPLATE, pages.of(asked, look(request, caller)));
        } catch (ProblemException refused) {
            var problems = Refusals.beside(refused.problem(), "", "main");
            var view = pages.refused(asked, look(request, caller), problems);
            return frame.answer(request, HttpStatus.BAD_REQUEST, Page.Section.REQUESTS, TEMPLATE, view);
        }
    }

    /** @param parameters of the list from which it was sent */
    @Serdeable
    record FilterForm(@Nullable String name, @Nullable String parameters) {}

    @Post("/filters")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(HttpRequest<?> request, @Body FilterForm form, Principal caller) {
        var asked = BoardAddress.parse(AskForm.text(form.parameters()));
        try {
            filters.save(AskForm.text(form.name()), asked.query(), caller);
            return HttpResponse.seeOther(URI.create(asked.address()));
        } catch (ProblemException refused) {
            var problems = List.of(new FormProblem(
                    "filter-name",
                    Refusals.beside(refused.problem(), "", "").getFirst().text()));
            var view = pages.refused(asked, look(request, caller), problems);
            return frame.answer(request, HttpStatus.UNPROCESSABLE_ENTITY, Page.Section.REQUESTS, TEMPLATE, view);
        }
    }

    @Post("/filters/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> forget(UUID id, @Body FilterForm form, Principal caller) {
        filters.delete(id, caller);
        return HttpResponse.seeOther(
                URI.create(BoardAddress.parse(AskForm.text(form.parameters())).address()));
    }

    private static RequestPages.Look look(HttpRequest<?> request, Principal caller) {
        return new RequestPages.Look(caller, Callers.findFormToken(request));
    }
}
