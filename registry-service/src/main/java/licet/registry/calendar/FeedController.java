package licet.registry.calendar;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.platform.Sha256;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.PublicAddress;
import licet.registry.platform.problem.RegistryProblem;

/** Calendars elsewhere read here; the address is the proof, and a wrong one is not told from none. */
@Hidden
@Controller("/calendar/feeds")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(Access.Who.OPEN)
final class FeedController {
    static final String ICS = "text/calendar; charset=utf-8";
    private static final String ATOM = "application/atom+xml; charset=utf-8";
    private static final int CANCELLED_DAYS = 90;
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 3;

    private final Feeds feeds;
    private final Calendar calendar;
    private final PublicAddress address;
    private final Clock clock;

    FeedController(Feeds feeds, Calendar calendar, PublicAddress address, Clock clock) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.address = address;
        this.clock = clock;
    }

    @Get("/{secret}.ics")
    HttpResponse<String> ics(HttpRequest<?> request, String secret) {
        var opened = open(secret);
        var events = events(opened);
        var feed = opened.feed();
        return answer(request, ICS, events, new IcsFeed(name(feed), address.link(""), feed.alarms()).write(events));
    }

    @Get("/{secret}.atom")
    HttpResponse<String> atom(HttpRequest<?> request, String secret) {
        var opened = open(secret);
        var events = events(opened);
        return answer(
                request,
                ATOM,
                events,
                new AtomFeed(opened.feed(), name(opened.feed()), address.link("")).write(events));
    }

    private Feeds.Opened open(String secret) {
        return feeds.open(secret).orElseThrow(() -> new RegistryProblem.NoSuchAddress("/calendar/feeds").asException());
    }

    private List<CalendarEvent> events(Feeds.Opened opened) {
        var today = LocalDate.now(clock);
        var query = new CalendarQuery(
                today.minusYears(YEARS_BACK),
                today.plusYears(YEARS_AHEAD),
                Set.copyOf(opened.feed().kinds()),
                opened.scope());
        return calendar.list(query, Optional.of(clock.instant().minus(CANCELLED_DAYS, ChronoUnit.DAYS)));
    }

    private static String name(Feed feed) {
        return CalendarText.get("feed." + feed.scope(), feed.subject().orElse(""));
    }

    private static HttpResponse<String> answer(
            HttpRequest<?> request, String type, List<CalendarEvent> events, String body) {
        String tag = "\"" + HexFormat.of().formatHex(Sha256.of(body)) + "\"";
        var changed = events.stream().map(CalendarEvent::changedAt).max(Instant::compareTo);
        boolean known = request.getHeaders()
                .findFirst(HttpHeaders.IF_NONE_MATCH)
                .map(given ->
                        given.equals("*") || List.of(given.split("\\s*,\\s*")).contains(tag))
                .orElseGet(() -> isUnchanged(request, changed));
        var response = known
                ? HttpResponse.<String>notModified()
                : HttpResponse.ok(body).header(HttpHeaders.CONTENT_TYPE, type);
        response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        changed.ifPresent(at -> response.header(
                HttpHeaders.LAST_MODIFIED, DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC))));
        return response;
    }

    /** Only asked where no tag was sent, as the tag is exact; a date that cannot be read says nothing. */
    private static boolean isUnchanged(HttpRequest<?> request, Optional<Instant> changed) {
        return request.getHeaders()
                .findFirst(HttpHeaders.IF_MODIFIED_SINCE)
                .flatMap(FeedController::date)
                .flatMap(since ->
                        changed.map(at -> !at.truncatedTo(ChronoUnit.SECONDS).isAfter(since)))
                .orElse(false);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }
}
