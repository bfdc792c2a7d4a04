package licet.registry.waiver;

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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import java.util.function.Function;
import licet.registry.instrument.PaperDownload;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RepeatedRequests;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Waivers for programs. What somebody may do is what the owner of the token may do. */
@Controller("/api/v1/waivers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class WaiversController {
    private final WaiverDesk desk;
    private final Waivers waivers;
    private final RepeatedRequests repeated;

    WaiversController(WaiverDesk desk, Waivers waivers, RepeatedRequests repeated) {
        this.desk = desk;
        this.waivers = waivers;
        this.repeated = repeated;
    }

    /** The body as documented; it is read by hand so that every problem names its field. */
    @Schema(name = "NewWaiver")
    record NewBody(
            @Schema(description = "id of the finding, as verdicts call it")
            String finding,

            @Schema(description = "owner/name of the model that has the finding")
            String model,

            @Schema(description = "local for an imported model; without it, the Hub", nullable = true)
            String source,

            String deployment,

            @Schema(
                    description = "true for every model of the deployment that shows the same license text;"
                            + " without it, for the model alone",
                    nullable = true)
            @Nullable Boolean everyModel,

            String reason,

            @Schema(description = "a day or a moment within the limit that the policy sets")
            String until,

            @Schema(description = "an address under https; it is shown and never read", nullable = true)
            String evidenceLink,

            @Schema(description = "beside the link or in its place", nullable = true)
            FileBody document) {}

    @Schema(name = "WaiverFile")
    record FileBody(
            String name,

            @Schema(description = "application/pdf, text/plain, image/png or image/jpeg")
            String type,

            @Schema(description = "at most 655,360 bytes") String base64) {}

    @Schema(name = "WaiverReason")
    record ReasonBody(String reason) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "Waivers, the newest first, page by page")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "proposed, acting, rejected, withdrawn, revoked, expired or reason-gone")
    @Parameter(name = "deployment", in = ParameterIn.QUERY, description = "key of a deployment")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "field next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "from 1 to 200; 50 when left out")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Waiver.Page.class)))
    HttpResponse<String> list(HttpRequest<?> request) {
        return HttpResponse.ok(CanonicalJson.write(waivers.list(WaiverQuery.of(request.getParameters()))))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One waiver")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Waiver.class)))
    HttpResponse<String> get(UUID id) {
        return answer(waivers.get(id)).response();
    }

    @Get("/{id}/documents/{sha256}")
    @Access(scope = Scope.READ)
    @Produces(MediaType.ALL)
    @Operation(
            summary = "The document behind a waiver byte by byte, as a file to save",
            description = "For tokens whose owner takes part in procurement or is auditor.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    HttpResponse<byte[]> document(UUID id, String sha256, Principal caller) {
        return PaperDownload.of(waivers.document(id, sha256, caller));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Proposes to waive one rule of the policy; nothing changes until another person confirms it",
            description = "Only rules that the policy marks waivable, within its limit. License terms and law never.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Waiver.class)))
    HttpResponse<String> propose(HttpRequest<?> request, @Body String body, Principal caller) {
        var wish = WaiverText.read(body);
        return repeated.answer(request, body, caller, () -> {
            var made = desk.propose(wish, caller);
            return new RepeatedRequests.Answer(
                    HttpStatus.CREATED.getCode(), CanonicalJson.write(made), "/api/v1/waivers/" + made.id());
        });
    }

    @Post("/{id}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts a proposal of another person in force", description = "For approvers.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReasonBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Waiver.class)))
    HttpResponse<String> confirm(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        return step(request, body, caller, reason -> desk.confirm(id, reason, caller));
    }

    @Post("/{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rejects a proposal of another person", description = "For approvers.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReasonBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Waiver.class)))
    HttpResponse<String> reject(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        return step(request, body, caller, reason -> desk.reject(id, reason, caller));
    }

    @Post("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes the own proposal back")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReasonBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Waiver.class)))
    HttpResponse<String> withdraw(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        return step(request, body, caller, reason -> desk.withdraw(id, reason, caller));
    }

    @Post("/{id}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends a waiver at once", description = "For approvers, and for who proposed it.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReasonBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Waiver.class)))
    HttpResponse<String> revoke(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        return step(request, body, caller, reason -> desk.revoke(id, reason, caller));
    }

    private HttpResponse<String> step(
            HttpRequest<?> request, String body, Principal caller, Function<String, Waiver> effect) {
        String reason = RequestJson.parse(body, "reason").text("reason");
        return repeated.answer(request, body, caller, () -> answer(effect.apply(reason)));
    }

    private static RepeatedRequests.Answer answer(Waiver waiver) {
        return RepeatedRequests.Answer.ok(CanonicalJson.write(waiver));
    }
}
