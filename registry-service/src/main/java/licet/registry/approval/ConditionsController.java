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

/** Conditions of approvals for programs. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConditionsController {
    private final Conditions conditions;
    private final RepeatedRequests repeated;

    ConditionsController(Conditions conditions, RepeatedRequests repeated) {
        this.conditions = conditions;
        this.repeated = repeated;
    }

    @Get("/conditions")
    @Access(scope = Scope.READ)
    @Operation(summary = "Conditions of approvals that are not done, by their day, page by page")
    @Parameter(name = "owner", in = ParameterIn.QUERY, description = "id of a person; everybody's when left out")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "field next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "from 1 to 200; 50 when left out")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OwedCondition.Page.class)))
    HttpResponse<String> list(HttpRequest<?> request) {
        var given = request.getParameters();
        var page = conditions.list(
                BoardParameters.find(given, "owner").map(text -> BoardParameters.person("owner", text)),
                BoardParameters.find(given, "cursor"),
                BoardParameters.find(given, "limit")
                        .map(BoardParameters::number)
                        .orElse(BoardQuery.DEFAULT_LIMIT));
        return HttpResponse.ok(CanonicalJson.write(page)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Schema(name = "ConditionDone")
    record DoneBody(@Schema(description = "what was done") String words) {}

    @Post("/approval-requests/{id}/conditions/{condition}/done")
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Says that a condition is met, and how",
            description = "For who looks after it, and for approvers.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = DoneBody.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> done(HttpRequest<?> request, UUID id, UUID condition, @Body String body, Principal caller) {
        var words = RequestJson.parse(body, "words").text("words");
        return repeated.answer(
                request,
                body,
                caller,
                () -> RepeatedRequests.Answer.ok(CanonicalJson.write(conditions.done(id, condition, words, caller))));
    }
}
