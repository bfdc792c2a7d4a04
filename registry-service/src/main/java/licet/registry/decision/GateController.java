package licet.registry.decision;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
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
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.FileHolders;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** The question that a pipeline asks before it deploys. Not permitted is 403, so that {@code curl --fail} is safe. */
@Controller("/api/v1/gate")
@Access(scope = Scope.GATE)
final class GateController {
    private final Verdicts verdicts;
    private final ApprovedRevisions approved;
    private final FileHolders holders;

    GateController(Verdicts verdicts, ApprovedRevisions approved, FileHolders holders) {
        this.verdicts = verdicts;
        this.approved = approved;
        this.holders = holders;
    }

    @Get("/{owner}/{name}{?revision,deployment,report,source}")
    @Operation(
            summary = "Whether a model may be deployed",
            description = "200 when permitted, 403 with the same body when not; report=true always answers 200."
                    + " A permission that did not change is 304 to who sends its ETag."
                    + " approved names the commits that people approved: another one is not permitted by that."
                    + " source=local asks about the imported model of that name instead of the Hub's.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    @ApiResponse(
            responseCode = "403",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    HttpResponse<String> ask(
            HttpRequest<?> request,
            String owner,
            String name,
            @QueryValue @Nullable String revision,
            @QueryValue @Nullable String deployment,
            @QueryValue(defaultValue = "false") boolean report,
            @QueryValue @Nullable String source,
            Principal caller) {
        var model = ModelParameters.model(owner, name);
        var asked = new Asked(model, ModelParameters.given(revision), source, deployment, report);
        return answer(request, asked, caller);
    }

    @Get("{?model,revision,deployment,report,source}")
    @Operation(
            summary = "The same for a model as it is written elsewhere",
            description = "model is owner/name, owner/name@revision, hf://owner/name, an address of huggingface.co, or"
                    + " pkg:huggingface/owner/name@revision.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    @ApiResponse(
            responseCode = "403",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GateAnswer.class)))
    HttpResponse<String> askWritten(
            HttpRequest<?> request,
            @QueryValue @Nullable String model,
            @QueryValue @Nullable String revision,
            @QueryValue @Nullable String deployment,
            @QueryValue(defaultValue = "false") boolean report,
            @QueryValue @Nullable String source,
            Principal caller) {
        var written = ModelReference.parse(Optional.ofNullable(model).orElse(""));
        var named = written.revision().map(Revision::value);
        var asked = ModelParameters.given(revision);
        if (named.isPresent() && asked.isPresent() && !named.equals(asked)) {
            throw ModelParameters.malformed(
                    "revision", asked.get(), "name one revision: the model is written with " + named.get());
        }
        return answer(request, new Asked(written.model(), named.or(() -> asked), source, deployment, report), caller);
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
    HttpResponse<String> askFile(
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
        var answer = verdicts.of(
                new RepoId(governs.model().value()), new Revision(governs.revision()), key, Readers.seesValues(caller));
        var body = new FileAnswer(hash, new GateAnswer(answer.document(), approved.of(governs.model(), key)), held);
        return HttpResponse.<String>status(
                        answer.document().permitted() || report ? HttpStatus.OK : HttpStatus.FORBIDDEN)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private record Asked(
            RepoId model,
            Optional<String> revision,
            @Nullable String source,
            @Nullable String deployment,
            boolean report) {}

    private HttpResponse<String> answer(HttpRequest<?> request, Asked asked, Principal caller) {
        var key = ModelParameters.deployment(asked.deployment());
        boolean values = Readers.seesValues(caller);
        String revision = asked.revision().orElse(null);
        var answer = ModelParameters.isLocal(asked.source())
                ? verdicts.ofLocal(asked.model(), ModelParameters.localRevision(revision), key, values)
                : verdicts.of(asked.model(), ModelParameters.revision(revision), key, values);
        boolean permitted = answer.document().permitted();
        var body = new GateAnswer(
                answer.document(), approved.of(new ModelId(asked.model().value()), key));
        var tag = body.tag();
        // Only a permission may be answered without saying it again: 304 counts as success everywhere.
        if (permitted && tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))) {
            return HttpResponse.<String>notModified().header(HttpHeaders.ETAG, tag);
        }
        var status = permitted || asked.report() ? HttpStatus.OK : HttpStatus.FORBIDDEN;
        var response = HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        return answer.onRecord() ? response : response.header("Retry-After", "5");
    }
}
