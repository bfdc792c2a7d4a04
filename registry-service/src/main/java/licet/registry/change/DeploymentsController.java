package licet.registry.change;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import licet.registry.decision.Readers;
import licet.registry.fact.CurrentFacts.VersionedDeployment;
import licet.registry.fact.DeploymentText;
import licet.registry.identity.Team;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.Ids;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Deployments and their facts, for programs. */
@Controller("/api/v1/deployments")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeploymentsController {
    private final DeploymentChanges changes;
    private final AnswerCounts counts;
    private final FactHistory history;
    private final DeploymentRights rights;

    DeploymentsController(
            DeploymentChanges changes, AnswerCounts counts, FactHistory history, DeploymentRights rights) {
        this.changes = changes;
        this.counts = counts;
        this.history = history;
        this.rights = rights;
    }

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "All deployments, with how many models have each answer in them")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeploymentPage.class)))
    HttpResponse<String> list() {
        var answers = counts.byDeployment();
        return json(
                HttpStatus.OK,
                new DeploymentPage(changes.current().deployments().stream()
                        .map(stored -> line(
                                stored,
                                answers.getOrDefault(
                                        stored.deployment().key().value(), new FactPreview.Answers(0, 0, 0))))
                        .toList()));
    }

    @Get("/{key}")
    @Access(scope = Scope.READ)
    @Operation(
            summary = "The facts of one deployment",
            description = "In the form in which they are written; the ETag is their version.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json"))
    HttpResponse<String> get(String key) {
        var stored = changes.get(key);
        return json(HttpStatus.OK, DeploymentText.of(stored.deployment()))
                .header("ETag", VersionTag.of(stored.version()));
    }

    @Get("/{key}/versions")
    @Access(scope = Scope.READ)
    @Operation(summary = "Every version of the facts of one deployment, the newest first")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeploymentPage.Versions.class)))
    HttpResponse<String> versions(String key) {
        var stored = changes.get(key);
        return json(
                HttpStatus.OK,
                new DeploymentPage.Versions(history
                        .ofDeployment(stored.deployment().key())
                        .stream()
                        .map(version -> new DeploymentPage.Version(
                                version.version(), version.at(), version.by(), DeploymentText.of(version.body())))
                        .toList()));
    }

    @Put("/{key}")
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Saves the facts of a deployment as a new version",
            description = "If-Match names the version that was changed; If-None-Match: * makes a new deployment.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json"))
    HttpResponse<String> put(
            String key,
            @Body String body,
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            Principal caller) {
        rights.require(key, caller);
        int from = VersionTag.requiredOrNew(ifMatch, ifNoneMatch);
        var deployment = changes.parse(body);
        if (!deployment.key().value().equals(key)) {
            throw new RegistryProblem.Malformed(
                            "/key", deployment.key().value(), "write " + key + ", as in the address")
                    .asException();
        }
        int version = changes.save(deployment, from, caller.actor());
        return json(from == 0 ? HttpStatus.CREATED : HttpStatus.OK, DeploymentText.of(deployment))
                .header("ETag", VersionTag.of(version))
                .header("Location", "/api/v1/deployments/" + new DeploymentKey(key));
    }

    @Post("/preview")
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Which answers would flip if these facts were saved",
            description = "Nothing is saved. A key that is not on record asks about a new deployment.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FactPreview.class)))
    HttpResponse<String> preview(@Body String body, Principal caller) {
        return json(HttpStatus.OK, changes.preview(changes.parse(body), Readers.seesValues(caller)));
    }

    private DeploymentPage.Line line(VersionedDeployment stored, FactPreview.Answers answers) {
        var deployment = stored.deployment();
        return new DeploymentPage.Line(
                deployment.key().value(),
                deployment.name(),
                stored.version(),
                deployment.licensee().value(),
                Ids.of(deployment.stage()),
                Ids.of(deployment.channel()),
                rights.findOwner(deployment.key().value()).map(Team::key),
                answers);
    }

    private static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
