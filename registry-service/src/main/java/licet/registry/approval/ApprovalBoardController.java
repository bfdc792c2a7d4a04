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
import java.util.List;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RepeatedRequests;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Many requests for approval at once. */
@Controller("/api/v1/approval-requests")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApprovalBoardController {
    private final Board board;
    private final BulkDecisions decisions;
    private final RepeatedRequests repeated;

    ApprovalBoardController(Board board, BulkDecisions decisions, RepeatedRequests repeated) {
        this.board = board;
        this.decisions = decisions;
        this.repeated = repeated;
    }

    @Schema(name = "ApprovalDecisions")
    record DecisionsBody(
            @Schema(description = "approve, reject or send-back")
            String decision,

            @Schema(description = "of every one of them") String reason,

            @Schema(description = "1 to 200, each once") List<Item> requests) {}

    @Schema(name = "ApprovalDecisionOf")
    record Item(
            String id,

            @Schema(description = "the round that was looked at")
            int round,

            String stage,

            @Schema(description = "id of a colleague who is away", nullable = true)
            String onBehalfOf) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "Requests for approval, filtered and sorted, page by page")
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "deployment", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "model", in = ParameterIn.QUERY, description = "owner/name", schema = @Schema(type = "string"))
    @Parameter(name = "requester", in = ParameterIn.QUERY, description = "id of a person")
    @Parameter(name = "stage", in = ParameterIn.QUERY, description = "key of one that waits for people now")
    @Parameter(name = "neededBy", in = ParameterIn.QUERY, description = "needed on this day or before")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "changed, created or needed-by")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "field next of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "from 1 to 200; 50 when left out")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BoardPage.class)))
    HttpResponse<String> list(HttpRequest<?> request) {
        return HttpResponse.ok(CanonicalJson.write(board.list(BoardParameters.query(request.getParameters()))))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Post("/decisions")
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decides about several requests for one reason",
            description = "Each is decided by itself: what is refused for one changes nothing about the others. With"
                    + " conditions, decide one by one.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionsBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Outcomes.class)))
    HttpResponse<String> decide(HttpRequest<?> request, @Body String body, Principal caller) {
        var votes = VotesJson.many(body);
        var outcomes = repeated.name(request, body, caller)
                .map(named -> decisions.decide(votes, caller, (item, decide) -> once(named.part(item.id()), decide)))
                .orElseGet(() -> decisions.decide(votes, caller));
        return HttpResponse.ok(CanonicalJson.write(
                        new Outcomes(outcomes.stream().map(Outcome::of).toList())))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private BulkDecisions.Outcome.Decided once(
            RepeatedRequests.Named named, java.util.function.Supplier<BulkDecisions.Outcome.Decided> decide) {
        var answer = repeated.once(named, () -> RepeatedRequests.Answer.ok(CanonicalJson.write(decide.get())));
        return CanonicalJson.read(answer.body(), BulkDecisions.Outcome.Decided.class);
    }

    @Schema(name = "ApprovalOutcomes")
    record Outcomes(List<Outcome> outcomes) {}

    /**
     * @param state where the request stands now; absent where nothing was decided
     * @param problem absent where it was decided
     */
    @Schema(name = "ApprovalOutcome")
    record Outcome(
            UUID id,
            int status,
            @Nullable RequestState state,
            @Schema(nullable = true) @Nullable Problem problem) {
        static Outcome of(BulkDecisions.Outcome outcome) {
            return switch (outcome) {
                case BulkDecisions.Outcome.Decided(var id, var state) -> new Outcome(id, 200, state, null);
                case BulkDecisions.Outcome.Refused(var id, var why) ->
                    new Outcome(id, why.status(), null, new Problem(why.type(), why.title(), why.sentence()));
            };
        }
    }

    @Schema(name = "ApprovalProblem")
    record Problem(String type, String title, String detail) {}
}
