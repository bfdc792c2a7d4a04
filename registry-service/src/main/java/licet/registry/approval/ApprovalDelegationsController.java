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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RepeatedRequests;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** Who decides for the owner of the token while they are away, and for whom the owner decides. */
@Controller("/api/v1/approval-delegations")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApprovalDelegationsController {
    private final Delegations delegations;
    private final RepeatedRequests repeated;

    ApprovalDelegationsController(Delegations delegations, RepeatedRequests repeated) {
        this.delegations = delegations;
        this.repeated = repeated;
    }

    @Schema(name = "NewApprovalDelegation")
    record NewBody(
            @Schema(description = "id of the colleague who decides meanwhile")
            String delegate,

            @Schema(description = "moment, such as 2026-12-01T08:00:00Z")
            String from,

            @Schema(description = "at most 92 days later") String until) {}

    @Schema(name = "ApprovalDelegationPage")
    record Page(List<Delegations.Delegation> delegations) {}

    @Schema(name = "ApprovalDelegationMade")
    record Made(UUID id) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(
            summary = "Delegations of and to the owner of the token that act now or later",
            description = "A token of the host has no owner and therefore shows none.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)))
    HttpResponse<String> list(Principal caller) {
        var person = caller.personId();
        var own = person == null ? List.<Delegations.Delegation>of() : delegations.list(person);
        return RepeatedRequests.Answer.ok(CanonicalJson.write(new Page(own))).response();
    }

    @Post
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Names who decides for the owner of the token for a while",
            description = "The colleague gets the rights that the owner has at that moment, and no more.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    HttpResponse<String> begin(HttpRequest<?> request, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "delegate", "from", "until");
        var delegate = BoardParameters.person("/delegate", json.text("delegate"));
        var from = moment("/from", json.text("from"));
        var until = moment("/until", json.text("until"));
        return repeated.answer(request, body, caller, () -> {
            var id = delegations.begin(delegate, from, until, caller);
            return new RepeatedRequests.Answer(HttpStatus.CREATED.getCode(), CanonicalJson.write(new Made(id)), "");
        });
    }

    @Post("/{id}/end")
    @Access(scope = Scope.WRITE)
    @Operation(summary = "Ends an own delegation now")
    @ApiResponse(responseCode = "200")
    HttpResponse<String> end(HttpRequest<?> request, UUID id, Principal caller) {
        return repeated.answer(request, "", caller, () -> {
            delegations.end(id, caller);
            return RepeatedRequests.Answer.ok(CanonicalJson.write(Map.of("ended", id)));
        });
    }

    private static Instant moment(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException refused) {
            throw new RegistryProblem.Malformed(field, text, "write a moment such as 2026-12-01T08:00:00Z")
                    .asException();
        }
    }
}
