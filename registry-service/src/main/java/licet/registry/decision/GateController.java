package licet.registry.decision;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.rules.evidence.ModelId;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** The question that a pipeline asks before it deploys. Not permitted is 403, so that {@code curl --fail} is safe. */
@Controller("/api/v1/gate")
@Access(scope = Scope.GATE)
final class GateController {
    private final Verdicts verdicts;
    private final ApprovedRevisions approved;

    GateController(Verdicts verdicts, ApprovedRevisions approved) {
        this.verdicts = verdicts;
        this.approved = approved;
    }

    @Get("/{owner}/{name}{?revision,deployment,report,source}")
    @Operation(
            summary = "Whether a model may be deployed",
            description = "200 when permitted, 403 with the same body when not; report=true always answers 200."
                    + " approved names the commits that people approved: another one is not permitted by that."
                    + " source=local asks about the imported model of that name instead of the Hub's.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    @ApiResponse(
            responseCode = "403",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    HttpResponse<String> ask(
            String owner,
            String name,
            @QueryValue @Nullable String revision,
            @QueryValue @Nullable String deployment,
            @QueryValue(defaultValue = "false") boolean report,
            @QueryValue @Nullable String source,
            Principal caller) {
        var model = ModelParameters.model(owner, name);
        var key = ModelParameters.deployment(deployment);
        boolean values = Readers.seesValues(caller);
        var answer = ModelParameters.isLocal(source)
                ? verdicts.ofLocal(model, ModelParameters.localRevision(revision), key, values)
                : verdicts.of(model, ModelParameters.revision(revision), key, values);
        var status = answer.document().permitted() || report ? HttpStatus.OK : HttpStatus.FORBIDDEN;
        var response = HttpResponse.<String>status(status)
                .body(CanonicalJson.write(
                        new GateAnswer(answer.document(), approved.of(new ModelId(model.value()), key))))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        return answer.onRecord() ? response : response.header("Retry-After", "5");
    }
}
