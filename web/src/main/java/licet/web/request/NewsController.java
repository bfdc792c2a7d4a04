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
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
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
    private static final URI PAGE = URI.create("/inbox/news");

    private final AlertInbox inbox;
    private final Frame frame;

    NewsController(AlertInbox inbox, Frame frame) {
        this.inbox = inbox;
        this.frame = frame;
    }

    @Get("{?after,severity,kind,unread}")
    HttpResponse<String> list(
            HttpRequest<?> request,
            @QueryValue @Nullable UUID after,
            @QueryValue @Nullable String severity,
            @QueryValue @Nullable String kind,
            Principal caller) {
        boolean unread = "true".equals(request.getParameters().get("unread"));
        var filter = new NewsFilter(AskForm.text(severity), AskForm.text(kind), unread);
        var found = inbox.list(filter.query(Optional.ofNullable(after), LINES), caller);
        var next = found.size() < LINES
                ? Optional.<String>empty()
                : Optional.of(filter.next(found.getLast().id()));
        var view = new NewsView(
                found.stream().map(alert -> NewsLine.of(alert, caller)).toList(),
                next,
                filter,
                inbox.unread(caller),
                Callers.findFormToken(request).orElse(""));
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

    /** @param newest id of the newest that stood on the page */
    @Serdeable
    record ReadAllForm(@Nullable UUID newest) {}

    @Post("/read-all")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> readAll(@Body ReadAllForm form, Principal caller) {
        Optional.ofNullable(form.newest()).ifPresent(newest -> inbox.markAllRead(newest, caller));
        return HttpResponse.seeOther(PAGE);
    }

    @Post("/acknowledge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> acknowledge(@Body ReadForm form, Principal caller) {
        inbox.acknowledge(Set.copyOf(Optional.ofNullable(form.alert()).orElse(List.of())), caller);
        return HttpResponse.seeOther(PAGE);
    }
}
