package licet.registry.decision;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.FileHolders;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** The question that a pipeline asks before it deploys. Not permitted is 403, so that {@code curl --fail} is safe. */
@Controller("/api/v1/gate")
@Access(scope = Scope.GATE)
final class GateController {
    private final Gate gate;
    private final GateTally tally;
    private final GateResponses responses;
    private final FileHolders holders;

    GateController(Gate gate, GateTally tally, GateResponses responses, FileHolders holders) {
        this.gate = gate;
        this.tally = tally;
        this.responses = responses;
        this.holders = holders;
    }

    @Get("/{owner}/{name}")
    @Operation(
            summary = "Whether a model may be deployed",
            description = "200 when permitted, 403 with the same body when not; report=true always answers 200."
                    + " A permission that did not change is 304 to who sends its ETag."
                    + " A branch or tag is answered for the commit that it names, which resolved states."
                    + " approved names the commits that people approved: another one is not permitted by that."
                    + " source=local asks about the imported model of that name instead of the Hub's.")
    @Parameter(
            name = "revision",
            in = ParameterIn.QUERY,
            description = "A commit, a branch or a tag; without it the newest on record",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "local for the imported model",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "deployment",
            in = ParameterIn.QUERY,
            required = true,
            description = "Key of the stored deployment that asks",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    @ApiResponse(
            responseCode = "403",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    HttpResponse<byte[]> ask(
            HttpRequest<?> request,
            String owner,
            String name,
            @QueryValue(defaultValue = "false") boolean report,
            Principal caller) {
        var given = request.getParameters();
        var revision = ModelParameters.given(given.get("revision"));
        var question = GateParameters.question(ModelParameters.model(owner, name), revision, given, caller);
        return answer(request, question, report, caller);
    }

    @Get
    @Operation(
            summary = "The same for a model as it is written elsewhere",
            description = "model is owner/name, owner/name@revision, hf://owner/name, an address of huggingface.co, or"
                    + " pkg:huggingface/owner/name@revision.")
    @Parameter(
            name = "model",
            in = ParameterIn.QUERY,
            required = true,
            description = "A model as it is written elsewhere",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "revision",
            in = ParameterIn.QUERY,
            description = "A commit, a branch or a tag, where the model is written without one",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "local for the imported model",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "deployment",
            in = ParameterIn.QUERY,
            required = true,
            description = "Key of the stored deployment that asks",
            schema = @Schema(type = "string"))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    @ApiResponse(
            responseCode = "403",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    HttpResponse<byte[]> askWritten(
            HttpRequest<?> request, @QueryValue(defaultValue = "false") boolean report, Principal caller) {
        return answer(request, GateParameters.written(request.getParameters(), caller), report, caller);
    }

    @Get("/files/{sha256}{?deployment,report}")
    @Operation(
            summary = "Whether a file of weights may be deployed",
            description = "By the SHA-256 of a safetensors or GGUF file. Of all repositories that hold it the earliest"
                    + " governs: the tag of a mirror never relaxes it. 404 where no repository on record holds it.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FileAnswer.class)))
    @ApiResponse(
            responseCode = "403",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FileAnswer.class)))
    HttpResponse<byte[]> askFile(
            String sha256,
            @QueryValue @Nullable String deployment,
            @QueryValue(defaultValue = "false") boolean report,
            Principal caller) {
        var key = ModelParameters.deployment(deployment);
        var hash = ModelParameters.sha256(sha256);
        var held = holders.list(hash);
        if (held.isEmpty()) {
            throw new RegistryProblem.NotFound("file", hash).asException();
        }
        var governs = held.getFirst();
        var reply = gate.ask(new GateQuestion(
                false,
                new RepoId(governs.model().value()),
                GateParameters.of(java.util.Optional.of(governs.revision())),
                key,
                Readers.seesValues(caller)));
        tally.count(reply, key, caller);
        return responses.ofFile(reply, report, hash, held);
    }

    private HttpResponse<byte[]> answer(
            HttpRequest<?> request, GateQuestion question, boolean report, Principal caller) {
        var reply = gate.ask(question);
        tally.count(reply, question.deployment(), caller);
        return responses.of(reply, report, request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
    }
}
