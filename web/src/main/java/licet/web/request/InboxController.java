package licet.web.request;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import licet.registry.approval.Requests;
import licet.registry.approval.Waiting;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** What waits for whoever looks. */
@Controller("/inbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class InboxController {
    private final Waiting waiting;
    private final Requests requests;
    private final Frame frame;

    InboxController(Waiting waiting, Requests requests, Frame frame) {
        this.waiting = waiting;
        this.requests = requests;
        this.frame = frame;
    }

    @Get("{?cursor}")
    HttpResponse<String> show(HttpRequest<?> request, @QueryValue @Nullable String cursor, Principal caller) {
        var after = ModelParameters.given(cursor);
        var found = waiting.list(caller, after, Waiting.DEFAULT_LIMIT);
        var next = found.next()
                .map(text -> UriBuilder.of("/inbox")
                        .queryParam("cursor", text)
                        .build()
                        .toString());
        var own = after.isEmpty() ? requests.own(caller) : List.<Requests.Own>of();
        return frame.ok(request, Page.Section.INBOX, "inbox", new InboxView(found.lines(), next, own, after.isEmpty()));
    }
}
