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
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import licet.registry.approval.ApprovalRights;
import licet.registry.approval.Delegations;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Who decides for whoever looks while they are away. */
@Controller("/account/away")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class AwayController {
    private static final String TEMPLATE = "away";
    private static final URI PAGE = URI.create("/account/away");

    private final Delegations delegations;
    private final Colleagues colleagues;
    private final Frame frame;
    private final Clock clock;

    AwayController(Delegations delegations, Colleagues colleagues, Frame frame, Clock clock) {
        this.delegations = delegations;
        this.colleagues = colleagues;
        this.frame = frame;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Principal caller) {
        return frame.ok(request, Page.Section.NONE, TEMPLATE, view(request, caller, Sent.NOTHING));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> begin(HttpRequest<?> request, @Body AwayForm form, Principal caller) {
        try {
            delegations.begin(colleagues.named("/delegate", form.login()), form.begin(), form.end(), caller);
            return HttpResponse.seeOther(PAGE);
        } catch (ProblemException refused) {
            var sent = Sent.refused(refused.problem(), "away", form.values());
            return frame.refused(request, Refusals.status(refused.problem()), TEMPLATE, view(request, caller, sent));
        }
    }

    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, UUID id, Principal caller) {
        try {
            delegations.end(id, caller);
            return HttpResponse.seeOther(PAGE);
        } catch (ProblemException refused) {
            var sent = Sent.refused(refused.problem(), "away");
            return frame.refused(request, Refusals.status(refused.problem()), TEMPLATE, view(request, caller, sent));
        }
    }

    private AwayView view(HttpRequest<?> request, Principal caller, Sent sent) {
        var self = caller.personId();
        var all = self == null ? List.<Delegations.Delegation>of() : delegations.list(self);
        boolean part = ApprovalRights.takesPart(caller);
        return new AwayView(
                Callers.findFormToken(request).orElse(""),
                part,
                all.stream()
                        .filter(one -> one.person().equals(self))
                        .map(one -> line(one, one.delegateLogin()))
                        .toList(),
                all.stream()
                        .filter(one -> one.delegate().equals(self))
                        .map(one -> line(one, one.login()))
                        .toList(),
                part ? colleagues.logins() : List.of(),
                sent);
    }

    private AwayView.Line line(Delegations.Delegation one, String login) {
        var now = clock.instant();
        return new AwayView.Line(one.id(), login, one.from(), one.until().minusMillis(1), !now.isBefore(one.from()));
    }
}
