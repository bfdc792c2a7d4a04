package licet.registry.watch;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** What is kept current, for programs. */
@Controller("/api/v1/watches")
@Access(scope = Scope.WRITE)
final class WatchesController {
    private final Watches watches;

    WatchesController(Watches watches) {
        this.watches = watches;
    }

    /** The body as documented; it is read by hand so that every problem names its field. */
    @Schema(name = "WatchRequest")
    record Question(
            @Schema(description = "developer, family, collection, search, model or hub")
            String kind,

            @Schema(description = "namespace, for developer and family", nullable = true)
            String owner,

            @Schema(description = "part of the names, for family and search", nullable = true)
            String search,

            @Schema(description = "owner/name, for model", nullable = true)
            String model,

            @Schema(description = "owner/title-id, for collection", nullable = true)
            String collection,

            @Schema(description = "examined (the usual) or listed (the only one for hub)", nullable = true)
            String tier,

            @Schema(description = "hours from one run to the next, 24 when left out", nullable = true)
            Integer everyHours) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "Everything that is watched")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WatchView.Page.class)))
    HttpResponse<String> list() {
        return json(
                HttpStatus.OK,
                new WatchView.Page(watches.list().stream().map(WatchView::of).toList()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Watches a part of the Hub; the first run is due at once")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Question.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WatchView.class)))
    HttpResponse<String> create(@Body String body, Principal caller) {
        var watch = watches.create(WatchRequest.parse(body), caller.actor());
        return json(HttpStatus.CREATED, WatchView.of(watch)).header("Location", "/api/v1/watches/" + watch.id());
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One watch")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WatchView.class)))
    HttpResponse<String> get(String id) {
        return json(HttpStatus.OK, WatchView.of(watches.get(id(id))));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a watch; what it found stays on record")
    void end(String id, Principal caller) {
        watches.end(id(id), caller.actor());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new RegistryProblem.NotFound("watch", text).asException();
        }
    }

    private static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
