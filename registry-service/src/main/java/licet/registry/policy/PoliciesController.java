package licet.registry.policy;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** Policies for programs. What changes something asks for a token that a person owns. */
@Controller("/api/v1/policies")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class PoliciesController {
    private final Policies policies;
    private final PolicyDesk desk;
    private final PolicyTrials trials;

    PoliciesController(Policies policies, PolicyDesk desk, PolicyTrials trials) {
        this.policies = policies;
        this.desk = desk;
        this.trials = trials;
    }

    @Schema(name = "PolicyVersions")
    record Versions(List<PolicyVersion> versions) {}

    @Schema(name = "PolicyProposal")
    record ProposalBody(
            @Schema(description = "the YAML") String source,
            String reason,

            @Schema(description = "the version in force that was looked at, such as balanced/3", nullable = true)
            String basedOn) {}

    @Schema(name = "PolicyTrialRequest")
    record TrialBody(@Schema(description = "the YAML") String source) {}

    @Schema(name = "PolicyActivation")
    record ActivationBody(
            String reason,

            @Schema(description = "the version in force that it replaces, such as balanced/3")
            String replaces) {}

    @Schema(name = "PolicyWithdrawal")
    record WithdrawalBody(String reason) {}

    /** @param preview absent when something is wrong with the text */
    @Schema(name = "PolicyTrial")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Tried(List<PolicyText.Flaw> flaws, List<PolicyDocument.TestLine> tests, Optional<FlipPreview> preview) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "Every version of every policy, the newest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Versions.class)))
    HttpResponse<String> list() {
        return json(HttpStatus.OK, new Versions(policies.list()));
    }

    @Get("/{key}")
    @Access(scope = Scope.READ)
    @Operation(summary = "The versions of one policy, the newest first")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Versions.class)))
    HttpResponse<String> versions(String key) {
        return json(HttpStatus.OK, new Versions(policies.list(key)));
    }

    @Get("/{key}/versions/{version}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One version: rules in words and as written, tests, differences to the version before")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PolicyDocument.class)))
    HttpResponse<String> get(String key, int version) {
        return json(HttpStatus.OK, policies.get(key, version));
    }

    @Post("/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Checks a text, runs its tests and tells which answers would flip",
            description = "Nothing is stored. Asks for a token that a person with the right role owns.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = TrialBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Tried.class)))
    HttpResponse<String> preview(@Body String body, Principal caller) {
        String source = RequestJson.parse(body, "source").text("source");
        var tried = trials.of(source, caller);
        return json(HttpStatus.OK, new Tried(tried.flaws(), tried.tests(), tried.preview()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Proposes a text; it is stored as draft until another person puts it in force")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProposalBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PolicyVersion.class)))
    HttpResponse<String> propose(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "source", "reason", "basedOn");
        var draft = desk.propose(
                new PolicyDesk.Proposal(json.text("source"), json.text("reason"), json.findText("basedOn")), caller);
        return json(HttpStatus.CREATED, draft)
                .header("Location", "/api/v1/policies/" + draft.key() + "/versions/" + draft.version());
    }

    @Post("/{key}/versions/{version}/activate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            scope = Scope.WRITE,
            role = {Role.POLICY_AUTHOR, Role.APPROVER})
    @Operation(summary = "Puts a draft in force; another person than its author has to do it")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ActivationBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PolicyVersion.class)))
    HttpResponse<String> activate(String key, int version, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "reason", "replaces");
        return json(HttpStatus.OK, desk.activate(key, version, json.text("replaces"), json.text("reason"), caller));
    }

    @Post("/{key}/versions/{version}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes a draft back")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WithdrawalBody.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PolicyVersion.class)))
    HttpResponse<String> withdraw(String key, int version, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "reason");
        return json(HttpStatus.OK, desk.withdraw(key, version, json.text("reason"), caller));
    }

    private static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
