package licet.web.stack;

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
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.stack.NewDecision;
import licet.registry.stack.StackReviews;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** A review as those who hold it see it: everybody looks, the team decides. */
@Controller("/stacks/{key}/reviews/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR})
final class ReviewController {
    /** The buttons for the whole review. */
    private static final StackPages.Sent STEPS = new StackPages.Sent("steps", Map.of(), List.of());

    private final ReviewPages pages;
    private final StackReviews reviews;
    private final Frame frame;

    ReviewController(ReviewPages pages, StackReviews reviews, Frame frame) {
        this.pages = pages;
        this.reviews = reviews;
        this.frame = frame;
    }

    @Get
    @Access
    HttpResponse<String> show(HttpRequest<?> request, String key, UUID id, Principal caller) {
        return page(new Ask(request, key, id), HttpStatus.OK, StackPages.Sent.NOTHING, caller);
    }

    private record Ask(HttpRequest<?> request, String key, UUID id) {}

    private interface Step {
        void take();
    }

    @Post("/open")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> open(HttpRequest<?> request, String key, UUID id, Principal caller) {
        return take(new Ask(request, key, id), STEPS, caller, () -> reviews.open(key, id, caller));
    }

    @Post("/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(HttpRequest<?> request, String key, UUID id, Principal caller) {
        return take(new Ask(request, key, id), STEPS, caller, () -> reviews.close(key, id, caller));
    }

    @Post("/call-off")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> callOff(HttpRequest<?> request, String key, UUID id, Principal caller) {
        return take(new Ask(request, key, id), STEPS, caller, () -> reviews.callOff(key, id, caller));
    }

    @Post("/decisions/{slot}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(
            HttpRequest<?> request,
            String key,
            UUID id,
            String slot,
            @Body Map<String, String> sent,
            Principal caller) {
        var body = StackForms.json(sent, "decision", "reason", "model", "revision");
        return take(
                new Ask(request, key, id),
                new StackPages.Sent(slot, sent, List.of()),
                caller,
                () -> reviews.decide(key, id, slot, NewDecision.parse(body), caller));
    }

    private HttpResponse<?> take(Ask ask, StackPages.Sent sent, Principal caller, Step step) {
        try {
            step.take();
            String part = sent == STEPS ? "" : "#slot-" + sent.form();
            return HttpResponse.seeOther(URI.create("/stacks/" + ask.key() + "/reviews/" + ask.id() + part));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof RegistryProblem.NotFound
                    || refused.problem() instanceof RegistryProblem.Forbidden) {
                throw refused;
            }
            var problems = StackForms.problems(refused, "steps").stream()
                    .map(problem -> sent == STEPS
                            ? problem
                            : new FormProblem(sent.form() + "-" + problem.field(), problem.text()))
                    .toList();
            return page(
                    ask,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    new StackPages.Sent(sent.form(), sent.fields(), problems),
                    caller);
        }
    }

    private HttpResponse<String> page(Ask ask, HttpStatus status, StackPages.Sent sent, Principal caller) {
        var view = pages.one(reviews.get(ask.key(), ask.id()), StackController.token(ask.request()), sent, caller);
        return frame.answer(ask.request(), status, Page.Section.STACKS, "stack-review", view);
    }
}
