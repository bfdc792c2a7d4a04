package licet.registry.calendar;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** The calendar and its feeds for programs. */
@Controller("/api/v1/calendar")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class CalendarController {
    private final Calendar calendar;
    private final Feeds feeds;
    private final Clock clock;

    CalendarController(Calendar calendar, Feeds feeds, Clock clock) {
        this.calendar = calendar;
        this.feeds = feeds;
        this.clock = clock;
    }

    @Schema(name = "CalendarEvents")
    record Page(List<CalendarEvent> events) {}

    /** The body as documented; it is read by hand so that every problem names its field. */
    @Schema(name = "NewCalendarFeed")
    record NewBody(
            @Schema(allowableValues = {"all", "mine", "team", "family", "stack"})
            String scope,

            @Schema(description = "key of the team, family or stack", nullable = true)
            String subject,

            @Schema(description = "without it, all kinds", nullable = true)
            List<String> kinds,

            @Schema(description = "days before; 30, 7 and 1 when left out", nullable = true)
            List<Integer> alarms) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "What is due on which day, in the order of the days")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "first day; today when left out")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "last day; 90 days on when left out")
    @Parameter(name = "kind", in = ParameterIn.QUERY, description = "once for each kind; all when left out")
    @Parameter(name = "scope", in = ParameterIn.QUERY, description = "all, mine, team, family or stack")
    @Parameter(name = "subject", in = ParameterIn.QUERY, description = "key of the team, family or stack")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)))
    HttpResponse<String> list(HttpRequest<?> request, Principal caller) {
        var query = CalendarParameters.query(request.getParameters(), Optional.ofNullable(caller.personId()), clock);
        return json(HttpStatus.OK, new Page(calendar.list(query)));
    }

    @Get("/feeds")
    @Access(scope = Scope.READ)
    @Operation(
            summary =
                    "The feeds of the owner of the token; their addresses are shown when they are made, and never again")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Feed.Page.class)))
    HttpResponse<String> feeds(Principal caller) {
        return json(HttpStatus.OK, new Feed.Page(feeds.list(caller)));
    }

    @Post("/feeds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes an address that calendars elsewhere can read without signing in")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Feed.Made.class)))
    HttpResponse<String> make(@Body String body, Principal caller) {
        return json(HttpStatus.CREATED, feeds.make(NewFeed.parse(body), caller));
    }

    @Delete("/feeds/{id}")
    @Operation(summary = "Takes an address back: nobody reads under it from now on")
    @ApiResponse(responseCode = "204", description = "it is gone")
    HttpResponse<String> revoke(UUID id, Principal caller) {
        feeds.revoke(id, caller);
        return HttpResponse.noContent();
    }

    private static HttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
