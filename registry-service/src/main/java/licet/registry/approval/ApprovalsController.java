package licet.registry.approval;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import licet.rules.format.CanonicalJson;

/** Approvals for programs: which there are, which still hold, and what changed under those that do not. */
@Controller("/api/v1/approvals")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApprovalsController {
    private final KnownApprovals approvals;
    private final ApprovalEnds ends;
    private final RepeatedRequests repeated;

    ApprovalsController(KnownApprovals approvals, ApprovalEnds ends, RepeatedRequests repeated) {
        this.approvals = approvals;
        this.ends = ends;
        this.repeated = repeated;
    }

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

    private static HttpResponse<String> json(Object body) {
        return HttpResponse.ok(CanonicalJson.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
