package licet.web.delivery;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.delivery.Deliveries;
import licet.registry.delivery.Receiver;
import licet.registry.delivery.Receivers;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** Where administrators say which programs are told what happens here, and see what came of it. */
@Controller("/receivers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = Role.ADMINISTRATOR)
final class ReceiversController {
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED;
    private static final int LINES = 30;

    private final Receivers receivers;
    private final Deliveries deliveries;
    private final Frame frame;

    ReceiversController(Receivers receivers, Deliveries deliveries, Frame frame) {
        this.receivers = receivers;
        this.deliveries = deliveries;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request) {
        return frame.ok(request, Page.Section.NONE, "receivers", all(request, ReceiverForm.EMPTY, List.of()));
    }

    @Post
    @Consumes(FORM)
    HttpResponse<String> create(HttpRequest<?> request, @Body ReceiverForm form, Principal caller) {
        try {
            return made(request, receivers.create(form.wish(), caller));
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof RegistryProblem.Malformed(var errors))) {
                throw refused;
            }
            var problems = errors.stream()
                    .map(error -> new FormProblem(error.field().replace("/", ""), error.mend()))
                    .toList();
            return frame.refused(request, HttpStatus.UNPROCESSABLE_ENTITY, "receivers", all(request, form, problems));
        }
    }

    @Get("/{id}{?cursor}")
    HttpResponse<String> show(HttpRequest<?> request, UUID id, @QueryValue @Nullable String cursor) {
        return frame.ok(
                request,
                Page.Section.NONE,
                "receiver",
                one(request, receivers.get(id), Optional.empty(), Optional.ofNullable(cursor)));
    }

    @Post("/{id}/rotate")
    @Consumes(FORM)
    HttpResponse<String> rotate(HttpRequest<?> request, UUID id, Principal caller) {
        return made(request, receivers.rotate(id, caller));
    }

    @Post("/{id}/test")
    @Consumes(FORM)
    HttpResponse<?> test(UUID id, Principal caller) {
        receivers.test(id, caller);
        return back(id);
    }

    @Post("/{id}/on")
    @Consumes(FORM)
    HttpResponse<?> on(UUID id, Principal caller) {
        receivers.turn(id, true, caller);
        return back(id);
    }

    @Post("/{id}/off")
    @Consumes(FORM)
    HttpResponse<?> off(UUID id, Principal caller) {
        receivers.turn(id, false, caller);
        return back(id);
    }

    @Post("/{id}/delete")
    @Consumes(FORM)
    HttpResponse<?> delete(UUID id, Principal caller) {
        receivers.delete(id, caller);
        return HttpResponse.seeOther(URI.create("/receivers"));
    }

    @Post("/{id}/deliveries/{message}/replay")
    @Consumes(FORM)
    HttpResponse<?> replay(UUID id, UUID message, Principal caller) {
        deliveries.replay(id, message, caller);
        return back(id);
    }

    private static HttpResponse<?> back(UUID id) {
        return HttpResponse.seeOther(URI.create("/receivers/" + id));
    }

    /** A secret is in no address, so the page is the answer itself. */
    private HttpResponse<String> made(HttpRequest<?> request, Receiver.Made made) {
        return frame.ok(
                request, Page.Section.NONE, "receiver", one(request, made.receiver(), made.secret(), Optional.empty()));
    }

    private ReceiversView all(HttpRequest<?> request, ReceiverForm form, List<FormProblem> problems) {
        return new ReceiversView(receivers.list(), receivers.isReady(), token(request), form, problems);
    }

    private ReceiverView one(
            HttpRequest<?> request, Receiver receiver, Optional<String> secret, Optional<String> cursor) {
        var page = deliveries.list(receiver.id(), cursor, LINES);
        var next = page.next().map(place -> "/receivers/" + receiver.id() + "?cursor=" + place);
        return new ReceiverView(receiver, secret, page.deliveries(), next, token(request));
    }

    private static String token(HttpRequest<?> request) {
        return Callers.findFormToken(request).orElse("");
    }
}
