package licet.registry.approval;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
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

    ApprovalRequestsController(ApprovalDesk desk, Decisions decisions, Conversation conversation, Requests requests) {
        this.desk = desk;
        this.decisions = decisions;
        this.conversation = conversation;
        this.requests = requests;
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
    HttpResponse<String> draft(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "model", "revision", "source", "deployment", "justification", "neededBy");
        var made = desk.draft(
                new NewRequest(
                        json.findText("source"),
                        new ModelId(json.text("model")),
                        json.findText("revision"),
                        new DeploymentKey(json.text("deployment")),
                        json.text("justification"),
                        json.findText("neededBy").map(day -> day("/neededBy", day))),
                caller);
        return json(HttpStatus.CREATED, made).header("Location", "/api/v1/approval-requests/" + made.id());
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "A request with everything that was said and decided about it")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> get(UUID id) {
        return json(HttpStatus.OK, requests.get(id));
    }

    @Post("/{id}/submit")
    @Operation(summary = "Asks the people whom the policy names")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> submit(UUID id, Principal caller) {
        return json(HttpStatus.OK, desk.submit(id, caller));
    }

    @Post("/{id}/refresh")
    @Operation(summary = "Begins a new round with what stands there now")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> refresh(UUID id, Principal caller) {
        return json(HttpStatus.OK, desk.refresh(id, caller));
    }

    @Post("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes the own request back")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WordsBody.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> withdraw(UUID id, @Body String body, Principal caller) {
        return json(HttpStatus.OK, desk.withdraw(id, words(body), caller));
    }

    @Post("/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answers what the request was sent back for, and asks again")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WordsBody.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> answer(UUID id, @Body String body, Principal caller) {
        return json(HttpStatus.OK, desk.answer(id, words(body), caller));
    }

    @Post("/{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says something beside the decisions")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WordsBody.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> comment(UUID id, @Body String body, Principal caller) {
        return json(HttpStatus.OK, conversation.comment(id, words(body), caller));
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
    HttpResponse<String> decide(UUID id, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "round", "stage", "decision", "reason", "conditions", "onBehalfOf");
        var vote = new NewVote(
                round(json.get("round")),
                json.text("stage"),
                decision(json.text("decision")),
                json.text("reason"),
                json.find("conditions")
                        .map(ApprovalRequestsController::conditions)
                        .orElse(List.of()),
                json.findText("onBehalfOf").map(person -> person("/onBehalfOf", person)));
        return json(HttpStatus.OK, decisions.decide(id, vote, caller));
    }

    private static String words(String body) {
        return RequestJson.parse(body, "words").text("words");
    }

    private static int round(JsonNode given) {
        if (!given.canConvertToInt()) {
            throw malformed("/round", given.toString(), "give the number of the round that you looked at");
        }
        return given.intValue();
    }

    private static Vote.Decision decision(String word) {
        return ClosedChoice.find(Vote.Decision.class, word)
                .orElseThrow(
                        () -> malformed("/decision", word, "use one of " + ClosedChoice.words(Vote.Decision.class)));
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
                    json.text("words"), person(at + "/owner", json.text("owner")), day(at + "/due", json.text("due"))));
        }
        return all;
    }

    private static UUID person(String field, String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw malformed(field, given, "give the id of a person");
        }
    }

    private static LocalDate day(String field, String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw malformed(field, given, "give a day such as 2026-12-31");
        }
    }

    private static RuntimeException malformed(String field, @Nullable String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }

    private static MutableHttpResponse<String> json(HttpStatus status, ApprovalRequest request) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(request))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
