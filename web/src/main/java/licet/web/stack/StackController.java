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
import java.util.Map;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.registry.stack.NewFilling;
import licet.registry.stack.NewNote;
import licet.registry.stack.SlotNotes;
import licet.registry.stack.StackReviews;
import licet.registry.stack.Stacks;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Everybody who is signed in looks; who may change a stack is asked where it is changed. */
@Controller("/stacks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR})
final class StackController {
    private final StackPages pages;
    private final Stacks stacks;
    private final SlotNotes notes;
    private final StackReviews reviews;
    private final Frame frame;

    StackController(StackPages pages, Stacks stacks, SlotNotes notes, StackReviews reviews, Frame frame) {
        this.pages = pages;
        this.stacks = stacks;
        this.notes = notes;
        this.reviews = reviews;
        this.frame = frame;
    }

    @Get
    @Access
    HttpResponse<String> all(HttpRequest<?> request, Principal caller) {
        return frame.ok(
                request, Page.Section.STACKS, "stacks", pages.all(token(request), StackPages.Sent.NOTHING, caller));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, @Body Map<String, String> sent, Principal caller) {
        try {
            var made = stacks.make(StackForms.stack(sent), caller);
            return HttpResponse.seeOther(place(made.key()));
        } catch (ProblemException refused) {
            var again = new StackPages.Sent("make", sent, StackForms.problems(refused, "key"));
            return frame.answer(
                    request,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Page.Section.STACKS,
                    "stacks",
                    pages.all(token(request), again, caller));
        }
    }

    @Get("/{key}")
    @Access
    HttpResponse<String> one(HttpRequest<?> request, String key, Principal caller) {
        return frame.ok(
                request, Page.Section.STACKS, "stack", pages.one(key, token(request), StackPages.Sent.NOTHING, caller));
    }

    private interface Step {
        void take();
    }

    @Post("/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, String key, @Body Map<String, String> sent, Principal caller) {
        return take(
                new Ask(request, key, "change", sent),
                "name",
                caller,
                () -> stacks.change(StackForms.stack(key, sent), caller));
    }

    @Post("/{key}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, String key, @Body Map<String, String> sent, Principal caller) {
        return take(new Ask(request, key, "end", sent), "end", caller, () -> stacks.end(key, caller));
    }

    @Post("/{key}/slots")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> fill(HttpRequest<?> request, String key, @Body Map<String, String> sent, Principal caller) {
        var body = StackForms.json(sent, "role", "model", "revision", "deployment", "owner", "routing");
        return take(new Ask(request, key, "fill", sent), "slot", caller, () -> {
            var slot = StackForms.find(sent, "slot").or(() -> StackForms.find(sent, "role"));
            stacks.fill(key, slot.orElse(""), NewFilling.parse(body), caller);
        });
    }

    @Post("/{key}/slots/{slot}/empty")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> empty(
            HttpRequest<?> request, String key, String slot, @Body Map<String, String> sent, Principal caller) {
        return take(new Ask(request, key, "empty", sent), "slots", caller, () -> stacks.empty(key, slot, caller));
    }

    @Post("/{key}/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> note(HttpRequest<?> request, String key, @Body Map<String, String> sent, Principal caller) {
        var body = StackForms.json(sent, "kind", "words", "figure", "unit");
        return take(
                new Ask(request, key, "note", sent),
                "words",
                caller,
                () -> notes.write(key, StackForms.find(sent, "slot").orElse(""), NewNote.parse(body), caller));
    }

    @Post("/{key}/reviews")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> schedule(HttpRequest<?> request, String key, @Body Map<String, String> sent, Principal caller) {
        return take(
                new Ask(request, key, "schedule", sent),
                "due",
                caller,
                () -> reviews.schedule(
                        key, StackReviews.day(StackForms.find(sent, "due").orElse("")), caller));
    }

    /** @param form which of the forms of the page */
    private record Ask(HttpRequest<?> request, String key, String form, Map<String, String> sent) {}

    private HttpResponse<?> take(Ask ask, String whole, Principal caller, Step step) {
        try {
            step.take();
            return HttpResponse.seeOther(place(ask.key()));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof RegistryProblem.NotFound
                    || refused.problem() instanceof RegistryProblem.Forbidden) {
                throw refused;
            }
            var again = new StackPages.Sent(ask.form(), ask.sent(), StackForms.problems(refused, whole));
            return frame.answer(
                    ask.request(),
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Page.Section.STACKS,
                    "stack",
                    pages.one(ask.key(), token(ask.request()), again, caller));
        }
    }

    private static URI place(String key) {
        return URI.create("/stacks/" + key);
    }

    static String token(HttpRequest<?> request) {
        return Callers.findFormToken(request).orElse("");
    }
}
