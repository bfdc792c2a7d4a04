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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import licet.registry.alert.Alert;
import licet.registry.alert.AlertInbox;
import licet.registry.alert.AlertQuery;
import licet.registry.approval.BulkDecisions;
import licet.registry.approval.Conditions;
import licet.registry.approval.Requests;
import licet.registry.approval.Waiting;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.waiver.Waiver;
import licet.registry.waiver.Waivers;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** What waits for whoever looks. */
@Controller("/inbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class InboxController {
    private static final String TEMPLATE = "inbox";
    private static final int MOST_NEWS = 20;

    private final Waiting waiting;
    private final Requests requests;
    private final BulkDecisions decisions;
    private final Conditions conditions;
    private final AlertInbox alerts;
    private final Waivers waivers;
    private final Frame frame;

    InboxController(
            Waiting waiting,
            Requests requests,
            BulkDecisions decisions,
            Conditions conditions,
            AlertInbox alerts,
            Waivers waivers,
            Frame frame) {
        this.waiting = waiting;
        this.requests = requests;
        this.decisions = decisions;
        this.conditions = conditions;
        this.alerts = alerts;
        this.waivers = waivers;
        this.frame = frame;
    }

    @Get("{?cursor}")
    HttpResponse<String> show(HttpRequest<?> request, @QueryValue @Nullable String cursor, Principal caller) {
        var view = view(request, ModelParameters.given(cursor), caller, Optional.empty(), Sent.NOTHING);
        return frame.ok(request, Page.Section.INBOX, TEMPLATE, view);
    }

    /** Each by itself, whatever becomes of the others. */
    @Post("/decide")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER})
    HttpResponse<String> decide(HttpRequest<?> request, @Body BulkForm form, Principal caller) {
        try {
            var outcomes = decisions.decide(form.votes(), caller);
            var refused = outcomes.stream()
                    .flatMap(outcome -> refused(outcome).stream())
                    .toList();
            var done = new BulkView(outcomes.size() - refused.size(), refused);
            var view = view(request, Optional.empty(), caller, Optional.of(done), Sent.NOTHING);
            return frame.ok(request, Page.Section.INBOX, TEMPLATE, view);
        } catch (ProblemException refused) {
            var sent = Sent.refused(refused.problem(), "bulk", form.values());
            var view = view(request, Optional.empty(), caller, Optional.empty(), sent);
            return frame.answer(request, Refusals.status(refused.problem()), Page.Section.INBOX, TEMPLATE, view);
        }
    }

    private static Optional<BulkView.Refused> refused(BulkDecisions.Outcome outcome) {
        return switch (outcome) {
            case BulkDecisions.Outcome.Decided _ -> Optional.empty();
            case BulkDecisions.Outcome.Refused(var id, var problem) ->
                Optional.of(new BulkView.Refused(id, problem.sentence()));
        };
    }

    private InboxView view(
            HttpRequest<?> request, Optional<String> after, Principal caller, Optional<BulkView> done, Sent sent) {
        var found = waiting.list(caller, after, Waiting.DEFAULT_LIMIT);
        var next = found.next()
                .map(text -> UriBuilder.of("/inbox")
                        .queryParam("cursor", text)
                        .build()
                        .toString());
        var own = after.isEmpty() ? requests.own(caller) : List.<Requests.Own>of();
        var news = after.isEmpty()
                ? alerts.list(new AlertQuery(true, Optional.empty(), MOST_NEWS), caller)
                : List.<Alert>of();
        return new InboxView(
                found.lines(),
                next,
                own,
                after.isEmpty() ? waivers.waiting(caller) : List.<Waiver>of(),
                after.isEmpty(),
                after.isEmpty() ? conditions.own(caller) : List.of(),
                news.stream().map(alert -> NewsLine.of(alert, caller)).toList(),
                alerts.unread(caller),
                Callers.findFormToken(request).orElse(""),
                done,
                sent);
    }
}
