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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.alert.AlertInbox;
import licet.registry.alert.AlertQuery;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.web.layout.Frame;
import licet.web.layout.Page;
import org.jspecify.annotations.Nullable;

/** What somebody was told, also what they read already. */
@Controller("/inbox/news")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class NewsController {
    private static final int LINES = 50;

    private final AlertInbox inbox;
    private final Frame frame;

    NewsController(AlertInbox inbox, Frame frame) {
        this.inbox = inbox;
        this.frame = frame;
    }

    @Get("{?after}")
    HttpResponse<String> list(HttpRequest<?> request, @QueryValue @Nullable UUID after, Principal caller) {
        var found = inbox.list(new AlertQuery(false, Optional.ofNullable(after), LINES), caller);
        var next = found.size() < LINES
                ? Optional.<String>empty()
                : Optional.of("/inbox/news?after=" + found.getLast().id());
        var view = new NewsView(found.stream().map(NewsLine::of).toList(), next);
        return frame.ok(request, Page.Section.INBOX, "news", view);
    }

    /** @param alert ids of what stood on the page: what came since stays unread */
    @Serdeable
    record ReadForm(@Nullable List<UUID> alert) {}

    @Post("/read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> read(@Body ReadForm form, Principal caller) {
        Set<UUID> seen =
                Optional.ofNullable(form.alert()).orElse(List.of()).stream().collect(Collectors.toSet());
        inbox.markRead(seen, caller);
        return HttpResponse.seeOther(URI.create("/inbox"));
    }
}
