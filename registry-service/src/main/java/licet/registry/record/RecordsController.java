package licet.registry.record;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import licet.registry.decision.ModelParameters;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.explain.VerdictDocument;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Decisions of record for programs. */
@Controller("/api/v1/records")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordsController {
    private final Records records;
    private final Replays replays;

    RecordsController(Records records, Replays replays) {
        this.records = records;
        this.replays = replays;
    }

    @Schema(name = "RecordRequest")
    record WishBody(
            @Schema(description = "owner/name") String model,

            @Schema(description = "commit, or main; the newest on record when left out", nullable = true)
            String revision,

            @Schema(description = "local for the imported model of that name", nullable = true)
            String source,

            @Schema(description = "key of a stored deployment")
            String deployment,

            String reason) {}

    /** @param verdict the answer as it was stored; absent where it is not what was stored */
    @Schema(name = "RecordedDecision")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Recorded(DecisionRecord record, Optional<VerdictDocument> verdict) {}

    @Get("{?model,deployment,cursor,limit}")
    @Access(
            scope = Scope.READ,
            role = {Role.AUDITOR, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR})
    @Operation(summary = "Decisions of record, the newest first")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DecisionRecord.Page.class)))
    HttpResponse<String> list(
            @QueryValue @Nullable String model,
            @QueryValue @Nullable String deployment,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable Integer limit) {
        var query = new RecordQuery(ModelParameters.given(model), ModelParameters.given(deployment));
        return json(
                HttpStatus.OK,
                records.list(query, ModelParameters.given(cursor), limit == null ? Records.DEFAULT_LIMIT : limit));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            scope = Scope.WRITE,
            role = {Role.REVIEWER, Role.APPROVER})
    @Operation(
            summary = "Puts the verdict of this moment on record, with everything that it was made from",
            description = "Asks for a token whose owner is reviewer or approver.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WishBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionRecord.class)))
    HttpResponse<String> record(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "model", "revision", "source", "deployment", "reason");
        var made = records.record(
                new Records.Wish(
                        ModelParameters.model(json.text("model")),
                        ModelParameters.revision(json.findText("revision").orElse(null)),
                        ModelParameters.isLocal(json.findText("source").orElse(null)),
                        ModelParameters.deployment(json.text("deployment")),
                        json.text("reason")),
                caller);
        return json(HttpStatus.CREATED, made).header("Location", "/api/v1/records/" + made.id());
    }

    @Get("/{id}")
    @Access(
            scope = Scope.READ,
            role = {Role.AUDITOR, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR})
    @Operation(summary = "One decision of record with its answer")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Recorded.class)))
    HttpResponse<String> get(long id) {
        return json(HttpStatus.OK, new Recorded(records.get(id), replays.answer(id)));
    }

    @Get("/{id}/closure")
    @Access(
            scope = Scope.READ,
            role = {Role.AUDITOR, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR})
    @Operation(
            summary = "Everything that it was made from, byte for byte",
            description = "SHA-256 of the answer's bytes is the field closure of the record.")
    HttpResponse<String> closure(long id) {
        return replays.closure(id)
                .map(text -> HttpResponse.ok(text).contentType(MediaType.APPLICATION_JSON_TYPE))
                .orElseThrow(() -> new RegistryProblem.NotFound("closure", Long.toString(id)).asException());
    }

    @Get("/{id}/replay")
    @Access(
            scope = Scope.READ,
            role = {Role.AUDITOR, Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR})
    @Operation(summary = "Computes it again from its stored inputs alone, and by what is on record today")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Replay.class)))
    HttpResponse<String> replay(long id) {
        return json(HttpStatus.OK, replays.of(id));
    }

    private static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
