package licet.registry.release;

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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
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
import licet.rules.format.FormatException;
import org.jspecify.annotations.Nullable;

/** Releases and what is said of them, for programs. */
@Controller("/api/v1/releases")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class ReleasesController {
    private final ReleaseTimeline timeline;
    private final ReleaseEntries entries;
    private final ReleaseClaims claims;
    private final ReleaseImports imports;
    private final Clock clock;

    ReleasesController(
            ReleaseTimeline timeline,
            ReleaseEntries entries,
            ReleaseClaims claims,
            ReleaseImports imports,
            Clock clock) {
        this.timeline = timeline;
        this.entries = entries;
        this.claims = claims;
        this.imports = imports;
        this.clock = clock;
    }

    @Schema(name = "ReleaseEvents")
    record Page(List<ReleaseEvent> events) {}

    /** The body as documented; it is read by hand so that every problem names its field. */
    @Schema(name = "NewReleaseEntry")
    record NewBody(
            @Schema(allowableValues = {"announced", "published", "version", "superseded", "deprecated", "retired"})
            String kind,

            @Schema(description = "key of a family or a namespace; without a model", nullable = true)
            String family,

            @Schema(description = "owner/name; without a family", nullable = true)
            String model,

            @Schema(description = "owner/name, for what is superseded", nullable = true)
            String successor,

            @Schema(description = "a day, a month, or two of them with .. between")
            String when,

            @Schema(description = "false where the day can move; true when left out", nullable = true) @Nullable Boolean certain,

            @Schema(description = "at most 500 characters", nullable = true)
            String note,

            @Schema(description = "who says so: words or an address, which is never read")
            String source) {}

    /** One claim as the data files write it. */
    @Schema(name = "NewReleaseClaim")
    record ClaimBody(
            String about,

            @Schema(allowableValues = {"date", "license", "size", "architecture", "context", "restriction", "status"})
            String kind,

            String statement,
            String source,

            @Schema(description = "points that can be held against the record, each with its models", nullable = true)
            List<Object> says) {}

    @Get("{?family,from,to,kind}")
    @Access(scope = Scope.READ)
    @Operation(
            summary = "What happened to models and families, the newest first",
            description =
                    "Seen in repositories, known, and entered by people. Without from and to, the year until today"
                            + " and the year ahead.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)))
    HttpResponse<String> list(HttpRequest<?> request) {
        var query = ReleaseParameters.query(request.getParameters(), clock);
        return json(HttpStatus.OK, new Page(timeline.list(query)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters what no repository says: announced, deprecated, retired, with its source")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReleaseEntry.class)))
    HttpResponse<String> enter(@Body String body, Principal caller) {
        return json(HttpStatus.CREATED, entries.enter(NewReleaseEntry.parse(body), caller));
    }

    @Post("/import{?family,kind,source,preview}")
    @Consumes({"text/calendar", MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Enters the days of a calendar of others, each once",
            description = "iCalendar, or a product of the API v1 of endoflife.date. What was imported before is changed"
                    + " or, where it is cancelled, withdrawn; what somebody here withdrew stays so. The kind is needed"
                    + " for events whose categories name none. With preview=true nothing changes.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ImportResult.class)))
    HttpResponse<String> read(
            @Body byte[] body,
            @QueryValue String family,
            @QueryValue(defaultValue = "") String kind,
            @QueryValue String source,
            @QueryValue(defaultValue = "false") boolean preview,
            Principal caller) {
        var given = new NewImport(body, family, NewImport.kind(kind), source);
        return json(HttpStatus.OK, imports.run(given, !preview, caller));
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One entry")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReleaseEntry.class)))
    HttpResponse<String> get(UUID id) {
        return json(HttpStatus.OK, entries.get(id));
    }

    @Put("/{id}{?version}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes an entry that stands at this version")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReleaseEntry.class)))
    HttpResponse<String> change(UUID id, @QueryValue int version, @Body String body, Principal caller) {
        return json(HttpStatus.OK, entries.change(id, version, NewReleaseEntry.parse(body), caller));
    }

    @Delete("/{id}")
    @Operation(summary = "Withdraws an entry; it stays on record")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReleaseEntry.class)))
    HttpResponse<String> withdraw(UUID id, Principal caller) {
        return json(HttpStatus.OK, entries.withdraw(id, caller));
    }

    @Get("/claims{?family}")
    @Access(scope = Scope.READ)
    @Operation(summary = "What articles and people say of releases, each beside what is on record")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ClaimDocument.Page.class)))
    HttpResponse<String> claims(@QueryValue @Nullable String family) {
        var all = Optional.ofNullable(family).map(claims::list).orElseGet(claims::list);
        return json(
                HttpStatus.OK,
                new ClaimDocument.Page(all.stream().map(ClaimDocument::of).toList()));
    }

    @Post("/claims")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records what somebody says of a release, beside the evidence and never as such")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimDocument.class)))
    HttpResponse<String> claim(@Body String body, Principal caller) {
        try {
            return json(HttpStatus.CREATED, ClaimDocument.of(claims.add(body, caller)));
        } catch (FormatException wrong) {
            throw NewReleaseEntry.malformed("body", null, String.valueOf(wrong.getMessage()));
        }
    }

    @Delete("/claims/{id}")
    @Operation(summary = "Withdraws a claim that somebody entered")
    @ApiResponse(responseCode = "204", description = "it no longer stands")
    HttpResponse<String> withdrawClaim(UUID id, Principal caller) {
        claims.withdraw(id, caller);
        return HttpResponse.noContent();
    }

    private static HttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
