package licet.registry.sync;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Runs for programs: their history, how far they are, and stopping them. */
@Controller("/api/v1/sync-runs")
@Access(scope = Scope.WRITE)
final class SyncRunsController {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final SyncRuns runs;
    private final Progress progress;

    SyncRunsController(SyncRuns runs, Progress progress) {
        this.runs = runs;
        this.progress = progress;
    }

    @Schema(name = "SyncRunRequest")
    record Question(@Schema(description = "id of the watch") UUID watch) {}

    @Get("{?watch,limit}")
    @Access(scope = Scope.READ)
    @Operation(summary = "Runs, the newest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunView.Page.class)))
    HttpResponse<String> list(@QueryValue @Nullable String watch, @QueryValue @Nullable Integer limit) {
        int most = limit == null ? USUAL : limit;
        if (most < 1 || most > MOST) {
            throw malformed("limit", String.valueOf(most), "use a number from 1 to " + MOST);
        }
        var found = runs.list(Optional.ofNullable(watch).map(id -> watch("watch", id)), most);
        return json(
                HttpStatus.OK, new RunView.Page(found.stream().map(RunView::of).toList()));
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "How far a run is: models, requests, bytes, quota left, time to go, errors, what changed")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RunView.WithProgress.class)))
    HttpResponse<String> get(String id) {
        long run = run(id);
        return json(HttpStatus.OK, RunView.of(progress.of(run), runs.listDrift(run)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Starts a run of a watch now")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Question.class)))
    @ApiResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunView.class)))
    HttpResponse<String> start(@Body String body, Principal caller) {
        var watch = watch("/watch", RequestJson.parse(body, "watch").text("watch"));
        var run = runs.start(watch, caller.actor());
        return json(HttpStatus.ACCEPTED, RunView.of(run)).header("Location", "/api/v1/sync-runs/" + run.id());
    }

    @Post("/{id}/pause")
    @Operation(summary = "Pauses a run before its next page or chunk")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunView.class)))
    HttpResponse<String> pause(String id, Principal caller) {
        return json(HttpStatus.OK, RunView.of(runs.pause(run(id), caller.actor())));
    }

    @Post("/{id}/resume")
    @Operation(summary = "Takes a paused run on from where it stands")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunView.class)))
    HttpResponse<String> resume(String id, Principal caller) {
        return json(HttpStatus.OK, RunView.of(runs.resume(run(id), caller.actor())));
    }

    @Post("/{id}/cancel")
    @Operation(summary = "Ends a run before its next page or chunk; what it wrote stays")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunView.class)))
    HttpResponse<String> cancel(String id, Principal caller) {
        return json(HttpStatus.OK, RunView.of(runs.cancel(run(id), caller.actor())));
    }

    private static long run(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            throw new RegistryProblem.NotFound("sync-run", id).asException();
        }
    }

    private static UUID watch(String field, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw malformed(field, id, "give the id of a watch");
        }
    }

    private static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }

    private static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
