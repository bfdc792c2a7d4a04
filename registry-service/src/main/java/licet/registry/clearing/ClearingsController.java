package licet.registry.clearing;

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
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Clearings for programs. What changes something asks for a token that a reviewer owns. */
@Controller("/api/v1/clearings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class ClearingsController {
    private final ClearingCases cases;
    private final ClearingDesk desk;

    ClearingsController(ClearingCases cases, ClearingDesk desk) {
        this.cases = cases;
        this.desk = desk;
    }

    @Schema(name = "ClearingQueue")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record QueueBody(
            Map<String, Long> open,
            List<WaitingCase> cases,

            @Schema(description = "cursor of the next page of cases; absent on the last")
            Optional<String> next,

            List<Clearing> clearings) {}

    /** The answer is one of the three, as the question asks. */
    @Schema(name = "ClearingProposal")
    record ProposalBody(
            @Schema(description = "the kind of question, such as undeclared")
            String question,

            @Schema(description = "the identity of the evidence that was looked at")
            String key,

            @Schema(description = "license of each artifact", nullable = true)
            Map<String, String> licenses,

            @Schema(description = "models it was made from; an empty list for none", nullable = true)
            List<ParentBody> parents,

            String reasons) {}

    @Schema(name = "ClearingParent")
    record ParentBody(
            String model,
            String relation,
            @Schema(nullable = true) String revision) {}

    @Schema(name = "ClearingReason")
    record ReasonBody(String reason) {}

    @Get("{?question,cursor,limit}")
    @Access(scope = Scope.READ)
    @Operation(summary = "What waits for people, grouped by equal evidence, and what they concluded, the newest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueBody.class)))
    HttpResponse<String> queue(
            @QueryValue @Nullable String question,
            @Parameter(description = "of the page of cases before") @QueryValue @Nullable String cursor,
            @Parameter(
                            description = "cases on a page",
                            schema =
                                    @Schema(
                                            minimum = "1",
                                            maximum = "" + ClearingCases.MAX_LIMIT,
                                            defaultValue = "" + ClearingCases.DEFAULT_LIMIT))
                    @QueryValue
                    @Nullable Integer limit) {
        var queue = cases.queue(
                Optional.ofNullable(question).map(ProposalText::kind),
                Optional.ofNullable(cursor),
                limit == null ? ClearingCases.DEFAULT_LIMIT : limit);
        return json(HttpStatus.OK, new QueueBody(queue.counts(), queue.cases(), queue.next(), cases.list()));
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One clearing")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Clearing.class)))
    HttpResponse<String> get(UUID id) {
        return json(HttpStatus.OK, cases.get(id));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Proposes a conclusion; nothing changes until another person confirms it")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProposalBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Clearing.class)))
    HttpResponse<String> propose(@Body String body, Principal caller) {
        var stored = desk.propose(ProposalText.read(body), caller);
        return json(HttpStatus.CREATED, stored).header("Location", "/api/v1/clearings/" + stored.id());
    }

    @Post("/{id}/confirm")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts a proposal in force; another person than the one who proposed it has to do it")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReasonBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Clearing.class)))
    HttpResponse<String> confirm(UUID id, @Body String body, Principal caller) {
        return json(HttpStatus.OK, desk.confirm(id, reason(body), caller));
    }

    @Post("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes a proposal back")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReasonBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Clearing.class)))
    HttpResponse<String> withdraw(UUID id, @Body String body, Principal caller) {
        return json(HttpStatus.OK, desk.withdraw(id, reason(body), caller));
    }

    @Post("/{id}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends a clearing; whatever rested on it is open again")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReasonBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Clearing.class)))
    HttpResponse<String> revoke(UUID id, @Body String body, Principal caller) {
        return json(HttpStatus.OK, desk.revoke(id, reason(body), caller));
    }

    private static String reason(String body) {
        return RequestJson.parse(body, "reason").text("reason");
    }

    private static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
