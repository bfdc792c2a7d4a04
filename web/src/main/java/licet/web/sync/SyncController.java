package licet.web.sync;

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
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.ProblemText;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.sync.SyncRuns;
import licet.registry.watch.WatchRequest;
import licet.registry.watch.Watches;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Everybody sees how current the catalog is; administrators decide what is watched, and stop and start runs. */
@Controller("/sync")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = Role.ADMINISTRATOR)
final class SyncController {
    private static final String TEMPLATE = "sync";
    private static final URI PAGE = URI.create("/sync");

    private final SyncPages pages;
    private final SyncRuns runs;
    private final Watches watches;
    private final Frame frame;

    SyncController(SyncPages pages, SyncRuns runs, Watches watches, Frame frame) {
        this.pages = pages;
        this.runs = runs;
        this.watches = watches;
        this.frame = frame;
    }

    @Get
    @Access
    HttpResponse<String> show(HttpRequest<?> request, Principal caller) {
        return frame.ok(
                request, Page.Section.SYNC, TEMPLATE, pages.of(token(request, caller), WatchForm.EMPTY, List.of()));
    }

    @Post("/watches")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> watch(HttpRequest<?> request, @Body WatchForm form, Principal caller) {
        try {
            var watch = watches.create(WatchRequest.parse(form.json()), caller.actor());
            runs.start(watch.id(), caller.actor());
            return HttpResponse.seeOther(PAGE);
        } catch (ProblemException refused) {
            var view = pages.of(token(request, caller), form, problems(refused.problem()));
            return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, TEMPLATE, view);
        }
    }

    @Post("/watches/{id}/run")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> run(UUID id, Principal caller) {
        runs.start(id, caller.actor());
        return HttpResponse.seeOther(PAGE);
    }

    @Post("/watches/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(UUID id, Principal caller) {
        watches.end(id, caller.actor());
        return HttpResponse.seeOther(PAGE);
    }

    @Post("/runs/{id}/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pause(long id, Principal caller) {
        runs.pause(id, caller.actor());
        return HttpResponse.seeOther(PAGE);
    }

    @Post("/runs/{id}/resume")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resume(long id, Principal caller) {
        runs.resume(id, caller.actor());
        return HttpResponse.seeOther(PAGE);
    }

    @Post("/runs/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(long id, Principal caller) {
        runs.cancel(id, caller.actor());
        return HttpResponse.seeOther(PAGE);
    }

    /** Forms are shown to those whose forms are taken. */
    private static Optional<String> token(HttpRequest<?> request, Principal caller) {
        return caller.has(Role.ADMINISTRATOR) ? Callers.findFormToken(request) : Optional.empty();
    }

    private static List<FormProblem> problems(RegistryProblem problem) {
        return problem instanceof RegistryProblem.Malformed(var errors)
                ? errors.stream()
                        .map(error -> new FormProblem(error.field().replaceFirst("^/", ""), error.mend()))
                        .toList()
                : List.of(new FormProblem("kind", ProblemText.of(problem).sentence()));
    }
}
