package licet.registry.approval;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
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
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RepeatedRequests;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;

/** Approvals for programs: which there are, which still hold, and what changed under those that do not. */
@Controller("/api/v1/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApprovalsController {
    private final KnownApprovals approvals;
    private final ApprovalEnds ends;
    private final BreakGlass glass;
    private final RepeatedRequests repeated;

    ApprovalsController(KnownApprovals approvals, ApprovalEnds ends, BreakGlass glass, RepeatedRequests repeated) {
        this.approvals = approvals;
        this.ends = ends;
        this.glass = glass;
        this.repeated = repeated;
    }

    @Schema(name = "BreakGlassRequest")
    record EmergencyBody(
            @Schema(description = "owner/name") String model,

            @Schema(description = "a commit; without one, what stands for the model now", nullable = true)
            String revision,

            @Schema(description = "local for an imported model; without it, the Hub", nullable = true)
            String source,

            String deployment,

            @Schema(description = "at most what the policy allows")
            int hours,

            String reason) {}

    @Schema(name = "ApprovalEndRequest")
    record EndBody(String reason) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(
            summary = "Approvals, the newest first, page by page",
            description = "state=stale lists what runs although its approval does not hold any more: nothing is stopped"
                    + " by that, and nothing new is permitted.")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "valid, grace, stale, expired or ended")
    @Parameter(name = "model", in = ParameterIn.QUERY, description = "owner/name")
    @Parameter(name = "deployment", in = ParameterIn.QUERY, description = "key of a deployment")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "field next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "from 1 to 200; 50 when left out")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Approval.Page.class)))
    HttpResponse<String> list(HttpRequest<?> request) {
        return json(approvals.list(ApprovalQuery.of(request.getParameters())));
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One approval, with what changed where it is stale")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Approval.class)))
    HttpResponse<String> get(UUID id) {
        return json(approvals.get(id));
    }

    @Post("/{id}/end")
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends an approval at once", description = "For approvers, and for who asked for it.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = EndBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Approval.class)))
    HttpResponse<String> end(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        var reason = RequestJson.parse(body, "reason").text("reason");
        return repeated.answer(
                request,
                body,
                caller,
                () -> RepeatedRequests.Answer.ok(CanonicalJson.write(ends.end(id, reason, caller))));
    }

    @Post("/break-glass")
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Goes ahead of an approval for some hours",
            description = "Where the policy allows it, once in a round of the request, which is made with it. Nothing"
                    + " violated is lifted, and everybody who would have decided is told.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EmergencyBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BrokenGlass.class)))
    HttpResponse<String> breakGlass(HttpRequest<?> request, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "model", "revision", "source", "deployment", "hours", "reason");
        var emergency = new Emergency(
                json.findText("source"),
                new ModelId(json.text("model")),
                json.findText("revision"),
                new DeploymentKey(json.text("deployment")),
                VotesJson.whole("/hours", json.get("hours"), "give a whole number of hours"),
                json.text("reason"));
        return repeated.answer(request, body, caller, () -> {
            var made = glass.go(emergency, caller);
            return new RepeatedRequests.Answer(
                    HttpStatus.CREATED.getCode(),
                    CanonicalJson.write(made),
                    "/api/v1/approval-requests/" + made.request());
        });
    }

    private static HttpResponse<String> json(Object body) {
        return HttpResponse.ok(CanonicalJson.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
