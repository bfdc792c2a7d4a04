package licet.registry.bom;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import licet.registry.change.DeploymentRights;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Bills of materials: written for others, and read from them. */
@Controller("/api/v1")
final class BomController {
    private static final String CYCLONEDX = "application/vnd.cyclonedx+json";
    private static final String SPDX = "application/spdx+json";

    private final BomExport export;
    private final BomJudge judge;
    private final Inventories inventories;
    private final DeploymentRights rights;

    BomController(BomExport export, BomJudge judge, Inventories inventories, DeploymentRights rights) {
        this.export = export;
        this.judge = judge;
        this.inventories = inventories;
        this.rights = rights;
    }

    @Get("/models/{owner}/{name}/bom{?deployment,format,version}")
    @Access(scope = Scope.READ)
    @Operation(
            summary = "A model as a bill of materials",
            description = "format is cyclonedx (1.6, or 1.7 by version) or spdx (3.0.1). With a deployment its answer"
                    + " goes with it.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CYCLONEDX))
    HttpResponse<String> ofModel(
            String owner,
            String name,
            @QueryValue @Nullable String deployment,
            @QueryValue(defaultValue = "cyclonedx") String format,
            @QueryValue(defaultValue = "") String version) {
        var as = BomVersion.of(format, version);
        var use = ModelParameters.given(deployment).map(ModelParameters::deployment);
        return document(export.ofModel(ModelParameters.model(owner, name), use, as));
    }

    @Get("/deployments/{key}/bom{?format,version}")
    @Access(scope = Scope.READ)
    @Operation(
            summary = "All models of a deployment as one bill of materials",
            description = "Those that are approved for it and those of its stored inventory.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CYCLONEDX))
    HttpResponse<String> ofDeployment(
            String key,
            @QueryValue(defaultValue = "cyclonedx") String format,
            @QueryValue(defaultValue = "") String version) {
        var as = BomVersion.of(format, version);
        return document(export.ofDeployment(ModelParameters.deployment(key), as));
    }

    @Get("/stacks/{key}/bom{?format,version}")
    @Access(scope = Scope.READ)
    @Operation(
            summary = "All models of a stack as one bill of materials",
            description = "What fills its slots now, each with the answer for the deployment of its slot.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CYCLONEDX))
    HttpResponse<String> ofStack(
            String key,
            @QueryValue(defaultValue = "cyclonedx") String format,
            @QueryValue(defaultValue = "") String version) {
        return document(export.ofStack(key, BomVersion.of(format, version)));
    }

    @Post("/bom/verdicts{?deployment,report}")
    @Consumes({MediaType.APPLICATION_JSON, CYCLONEDX, SPDX})
    @Access(scope = {Scope.GATE, Scope.READ})
    @Operation(
            summary = "Whether the models of a bill of materials may be deployed",
            description = "CycloneDX 1.4 to 1.7 or SPDX 2.2 to 3.0 in JSON; nothing of it is stored. 200 when all are"
                    + " permitted, else 403 with the same body; report=true always answers 200.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BomVerdicts.class)))
    @ApiResponse(
            responseCode = "403",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BomVerdicts.class)))
    HttpResponse<String> verdicts(
            @Body byte[] body,
            @QueryValue @Nullable String deployment,
            @QueryValue(defaultValue = "false") boolean report,
            Principal caller) {
        var key = ModelParameters.deployment(deployment);
        var verdicts = judge.judge(read(body), key, Readers.seesValues(caller));
        return json(verdicts.permitted() || report ? HttpStatus.OK : HttpStatus.FORBIDDEN, verdicts);
    }

    @Put("/deployments/{key}/inventory")
    @Consumes({MediaType.APPLICATION_JSON, CYCLONEDX, SPDX})
    @Access(scope = Scope.WRITE)
    @Operation(
            summary = "Stores what a deployment runs",
            description = "The models of a bill of materials, as for verdicts; they replace those stored before.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Inventory.class)))
    HttpResponse<String> store(String key, @Body byte[] body, Principal caller) {
        var deployment = ModelParameters.deployment(key);
        rights.require(key, caller);
        export.require(deployment);
        return json(HttpStatus.OK, inventories.store(deployment, read(body), caller));
    }

    @Get("/deployments/{key}/inventory")
    @Access(scope = Scope.READ)
    @Operation(summary = "What a deployment runs, as it was last stored")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Inventory.class)))
    HttpResponse<String> inventory(String key) {
        DeploymentKey deployment = ModelParameters.deployment(key);
        export.require(deployment);
        return json(
                HttpStatus.OK,
                inventories
                        .find(deployment)
                        .orElseThrow(() -> new RegistryProblem.NotFound("inventory", key).asException()));
    }

    private static Bom read(byte[] body) {
        try {
            return BomReader.read(body);
        } catch (BomReader.Unreadable unreadable) {
            throw new RegistryProblem.Malformed(
                            "body", null, "send CycloneDX or SPDX in JSON: the document " + unreadable.getMessage())
                    .asException();
        }
    }

    private static HttpResponse<String> document(BomFile file) {
        return HttpResponse.ok(file.body())
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"");
    }

    private static HttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
