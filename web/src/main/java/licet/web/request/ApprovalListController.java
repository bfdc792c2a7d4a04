package licet.web.request;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.stream.Stream;
import licet.registry.approval.ApprovalQuery;
import licet.registry.approval.ApprovalState;
import licet.registry.approval.KnownApprovals;
import licet.registry.fact.Facts;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Access;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Which approvals there are, and what runs although its approval does not hold any more. */
@Controller("/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class ApprovalListController {
    private final KnownApprovals approvals;
    private final Facts facts;
    private final Frame frame;

    ApprovalListController(KnownApprovals approvals, Facts facts, Frame frame) {
        this.approvals = approvals;
        this.facts = facts;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> list(HttpRequest<?> request) {
        var query = ApprovalQuery.of(request.getParameters());
        var page = approvals.list(query);
        var view = new ApprovalListView(
                page.approvals(),
                query.state().map(ClosedChoice::word).orElse(""),
                Stream.of(ApprovalState.values()).map(ClosedChoice::word).toList(),
                query.deployment().orElse(""),
                facts.current().deployments().stream()
                        .map(use -> use.deployment().key().value())
                        .toList(),
                query.model().orElse(""),
                page.next().map(cursor -> next(query, cursor)));
        return frame.ok(request, Page.Section.REQUESTS, "approvals", view);
    }

    private static String next(ApprovalQuery query, String cursor) {
        var address = UriBuilder.of("/approvals").queryParam("cursor", cursor);
        query.state().ifPresent(state -> address.queryParam("state", state.word()));
        query.deployment().ifPresent(key -> address.queryParam("deployment", key));
        query.model().ifPresent(model -> address.queryParam("model", model));
        return address.build().toString();
    }
}
