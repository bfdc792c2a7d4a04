package licet.registry.approval;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RepeatedRequests;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Requests for approval for programs. What somebody may do is what the owner of the token may do. */
@Controller("/api/v1/approval-requests")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class ApprovalRequestsController {
    private final ApprovalDesk desk;
    private final Decisions decisions;
    private final Conversation conversation;
    private final Requests requests;
    private final RepeatedRequests repeated;

    ApprovalRequestsController(
            ApprovalDesk desk,
            Decisions decisions,
            Conversation conversation,
            Requests requests,
            RepeatedRequests repeated) {
        this.desk = desk;
        this.decisions = decisions;
        this.conversation = conversation;
        this.requests = requests;
        this.repeated = repeated;
    }

    @Schema(name = "NewApprovalRequest")
    record NewBody(
            @Schema(description = "owner/name") String model,

            @Schema(description = "a commit; without one, what stands for the model now", nullable = true)
            String revision,

            @Schema(description = "local for an imported model; without it, the Hub", nullable = true)
            String source,

            String deployment,
            String justification,

            @Schema(description = "day, such as 2026-12-31", nullable = true)
            String neededBy) {}

    @Schema(name = "ApprovalDecision")
    record DecisionBody(
            @Schema(description = "the round that was looked at")
            int round,

            String stage,

            @Schema(description = "approve, reject or send-back")
            String decision,

            String reason,

            @Schema(nullable = true) List<ConditionBody> conditions,

            @Schema(description = "id of a colleague who is away", nullable = true)
            String onBehalfOf) {}

    @Schema(name = "ApprovalCondition")
    record ConditionBody(String words, String owner, String due) {}

    @Schema(name = "ApprovalWords")
    record WordsBody(String words) {}

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Writes a request down; submit asks the people whom the policy names")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewBody.class)))
    @ApiResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> draft(HttpRequest<?> request, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "model", "revision", "source", "deployment", "justification", "neededBy");
        var wish = new NewRequest(
                json.findText("source"),
                new ModelId(json.text("model")),
                json.findText("revision"),
                new DeploymentKey(json.text("deployment")),
                json.text("justification"),
                json.findText("neededBy").map(day -> BoardParameters.day("/neededBy", day)));
        return repeated.answer(request, body, caller, () -> {
            var made = desk.draft(wish, caller);
            return new RepeatedRequests.Answer(
                    HttpStatus.CREATED.getCode(), CanonicalJson.write(made), "/api/v1/approval-requests/" + made.id());
        });
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "A request with everything that was said and decided about it")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> get(UUID id) {
        return answer(requests.get(id)).response();
    }

    @Post("/{id}/submit")
    @Operation(summary = "Asks the people whom the policy names")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> submit(HttpRequest<?> request, UUID id, Principal caller) {
        return repeated.answer(request, "", caller, () -> answer(desk.submit(id, caller)));
    }

    @Post("/{id}/refresh")
    @Operation(summary = "Begins a new round with what stands there now")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> refresh(HttpRequest<?> request, UUID id, Principal caller) {
        return repeated.answer(request, "", caller, () -> answer(desk.refresh(id, caller)));
    }

    @Post("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes the own request back")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WordsBody.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> withdraw(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        String words = words(body);
        return repeated.answer(request, body, caller, () -> answer(desk.withdraw(id, words, caller)));
    }

    @Post("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answers what the request was sent back for, and asks again")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WordsBody.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> answer(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        String words = words(body);
        return repeated.answer(request, body, caller, () -> answer(desk.answer(id, words, caller)));
    }

    @Post("/{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says something beside the decisions")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WordsBody.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> comment(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        String words = words(body);
        return repeated.answer(request, body, caller, () -> answer(conversation.comment(id, words, caller)));
    }

    @Post("/{id}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Decides in one stage",
            description = "Everybody decides once in a round and never on an own request; a token acts for its owner.")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionBody.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> decide(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "round", "stage", "decision", "reason", "conditions", "onBehalfOf");
        var vote = new NewVote(
                VotesJson.round("/round", json.get("round")),
                json.text("stage"),
                VotesJson.decision(json.text("decision")),
                json.text("reason"),
                json.find("conditions")
                        .map(ApprovalRequestsController::conditions)
                        .orElse(List.of()),
                json.findText("onBehalfOf").map(person -> BoardParameters.person("/onBehalfOf", person)));
        return repeated.answer(request, body, caller, () -> answer(decisions.decide(id, vote, caller)));
    }

    private static String words(String body) {
        return RequestJson.parse(body, "words").text("words");
    }

    private static List<Vote.Condition> conditions(JsonNode given) {
        if (!given.isArray() || given.size() > 20) {
            throw malformed("/conditions", null, "give a list of at most 20 conditions");
        }
        var all = new ArrayList<Vote.Condition>();
        for (int i = 0; i < given.size(); i++) {
            String at = "/conditions/" + i;
            var json = RequestJson.parse(given.get(i).toString(), "words", "owner", "due");
            all.add(new Vote.Condition(
                    json.text("words"),
                    BoardParameters.person(at + "/owner", json.text("owner")),
                    BoardParameters.day(at + "/due", json.text("due"))));
        }
        return all;
    }

    private static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }

    private static RepeatedRequests.Answer answer(ApprovalRequest request) {
        return RepeatedRequests.Answer.ok(CanonicalJson.write(request));
    }
}
