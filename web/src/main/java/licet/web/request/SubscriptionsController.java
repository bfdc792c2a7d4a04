package licet.web.request;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.UUID;
import licet.registry.alert.Subscriptions;
import licet.registry.fact.Facts;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** What whoever looks, and their groups, want to be told of. */
@Controller("/subscriptions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class SubscriptionsController {
    private static final String TEMPLATE = "subscriptions";
    private static final URI PAGE = URI.create("/subscriptions");

    private final Subscriptions subscriptions;
    private final Facts facts;
    private final Frame frame;

    SubscriptionsController(Subscriptions subscriptions, Facts facts, Frame frame) {
        this.subscriptions = subscriptions;
        this.facts = facts;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Principal caller) {
        return frame.ok(request, Page.Section.INBOX, TEMPLATE, view(request, caller, Sent.NOTHING));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, @Body SubscriptionForm form, Principal caller) {
        try {
            subscriptions.add(form.wanted(), caller);
            return HttpResponse.seeOther(PAGE);
        } catch (ProblemException refused) {
            var sent = Sent.refused(refused.problem(), "subscription", form.values());
            return frame.refused(request, Refusals.status(refused.problem()), TEMPLATE, view(request, caller, sent));
        }
    }

    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, UUID id, Principal caller) {
        try {
            subscriptions.end(id, caller);
            return HttpResponse.seeOther(PAGE);
        } catch (ProblemException refused) {
            var sent = Sent.refused(refused.problem(), "subscription");
            return frame.refused(request, Refusals.status(refused.problem()), TEMPLATE, view(request, caller, sent));
        }
    }

    private SubscriptionsView view(HttpRequest<?> request, Principal caller, Sent sent) {
        return new SubscriptionsView(
                Callers.findFormToken(request).orElse(""),
                subscriptions.list(caller),
                subscriptions.subscribers(caller),
                deployments(),
                sent);
    }

    /** What can be typed and is on record. */
    private List<String> deployments() {
        return facts.current().deployments().stream()
                .map(stored -> stored.deployment().key().value())
                .toList();
    }
}
