package licet.registry.change;

import io.micronaut.http.HttpResponse;
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
import licet.registry.fact.OrganizationText;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** The facts of the organization, for programs. Figures are inside information: who may not see them gets none. */
@Controller("/api/v1/organization")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.READ)
final class OrganizationController {
    private final OrganizationChanges changes;
    private final FactHistory history;

    OrganizationController(OrganizationChanges changes, FactHistory history) {
        this.changes = changes;
        this.history = history;
    }

    @Get
    @Operation(
            summary = "Entities, holdings, figures and exchange rates",
            description = "In the form in which they are written; the ETag is their version. Figures without a value"
                    + " are on record and not for this reader.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json"))
    HttpResponse<String> get(Principal caller) {
        var stored = changes.current().organization();
        return json(OrganizationText.of(stored.organization(), Readers.seesValues(caller)))
                .header("ETag", VersionTag.of(stored.version()));
    }

    @Get("/versions")
    @Operation(summary = "Every version of the facts of the organization, the newest first")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DeploymentPage.Versions.class)))
    HttpResponse<String> versions(Principal caller) {
        boolean values = Readers.seesValues(caller);
        return json(new DeploymentPage.Versions(history.ofOrganization().stream()
                .map(version -> new DeploymentPage.Version(
                        version.version(), version.at(), version.by(), OrganizationText.of(version.body(), values)))
                .toList()));
    }

    @Put
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Saves the facts of the organization as a new version",
            description = "If-Match names the version that was changed. Decisions that were made keep their facts.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/json"))
    HttpResponse<String> put(@Body String body, @Header("If-Match") @Nullable String ifMatch, Principal caller) {
        FactRights.requireOrganization(caller);
        int from = VersionTag.required(ifMatch);
        var organization = changes.parse(body);
        int version = changes.save(organization, from, caller.actor());
        return json(OrganizationText.of(organization, Readers.seesValues(caller)))
                .header("ETag", VersionTag.of(version));
    }

    @Post("/preview")
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Which answers would flip if these facts were saved; nothing is saved")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FactPreview.class)))
    HttpResponse<String> preview(@Body String body, Principal caller) {
        FactRights.requireOrganization(caller);
        return json(changes.preview(changes.parse(body), Readers.seesValues(caller)));
    }

    private static MutableHttpResponse<String> json(Object body) {
        return HttpResponse.ok(CanonicalJson.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
