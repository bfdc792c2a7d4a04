package licet.web.calendar;

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.calendar.Feed;
import licet.registry.calendar.Feeds;
import licet.registry.calendar.NewFeed;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.PublicAddress;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Everybody who is signed in looks, and makes addresses for calendars elsewhere. */
@Controller("/calendar")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access
final class CalendarPageController {
    private final CalendarPages pages;
    private final Feeds feeds;
    private final PublicAddress address;
    private final Frame frame;

    CalendarPageController(CalendarPages pages, Feeds feeds, PublicAddress address, Frame frame) {
        this.pages = pages;
        this.feeds = feeds;
        this.address = address;
        this.frame = frame;
    }

    @Get
    HttpResponse<String> show(HttpRequest<?> request, Principal caller) {
        return page(request, caller, HttpStatus.OK, form(request, caller, Optional.empty(), "", List.of()));
    }

    @Post("/feeds")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> make(HttpRequest<?> request, @Body Map<String, String> sent, Principal caller) {
        String subject = sent.getOrDefault("subject", "").strip();
        try {
            var made = feeds.make(
                    new NewFeed(sent.getOrDefault("scope", "mine"), subject, Set.of(), NewFeed.USUAL_ALARMS), caller);
            var whole = new Feed.Made(made.feed(), whole(request, made.ics()), whole(request, made.atom()));
            return page(request, caller, HttpStatus.OK, form(request, caller, Optional.of(whole), "", List.of()));
        } catch (ProblemException refused) {
            if (!(refused.problem() instanceof RegistryProblem.Malformed(var errors))) {
                throw refused;
            }
            var problems = errors.stream()
                    .map(error -> new FormProblem("subject", error.mend()))
                    .toList();
            return page(
                    request,
                    caller,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form(request, caller, Optional.empty(), subject, problems));
        }
    }

    @Post("/feeds/{id}/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(UUID id, Principal caller) {
        feeds.revoke(id, caller);
        return HttpResponse.seeOther(URI.create("/calendar#feeds"));
    }

    private HttpResponse<String> page(
            HttpRequest<?> request, Principal caller, HttpStatus status, CalendarView.FeedForm form) {
        var view = pages.show(request.getParameters(), caller, form);
        return frame.answer(request, status, Page.Section.CALENDAR, "calendar", view);
    }

    private CalendarView.FeedForm form(
            HttpRequest<?> request,
            Principal caller,
            Optional<Feed.Made> made,
            String subject,
            List<FormProblem> problems) {
        return new CalendarView.FeedForm(
                Callers.findFormToken(request).orElse(""), feeds.list(caller), made, subject, problems);
    }

    /** People copy it from here, so it needs the host that they used. */
    private String whole(HttpRequest<?> request, String link) {
        return link.startsWith("/") ? address.of(request, link).toString() : link;
    }
}
