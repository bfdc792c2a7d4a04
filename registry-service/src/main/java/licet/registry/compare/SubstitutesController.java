package licet.registry.compare;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import licet.registry.decision.ModelParameters;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Permitted models of the same kind and size for programs. */
@Controller("/api/v1/models/{owner}/{name}/alternatives")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.READ)
final class SubstitutesController {
    private final Substitutes substitutes;

    SubstitutesController(Substitutes substitutes) {
        this.substitutes = substitutes;
    }

    @Get("{?deployment,source}")
    @Operation(
            summary = "Models of the same kind and size that a deployment may use instead, best first, with why",
            description = "Where few are permitted, models with open points are named apart. Neither the model itself"
                    + " nor what was made from it, or from the ancestor whose terms stand against it, is offered.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SubstituteList.class)))
    HttpResponse<String> list(
            String owner,
            String name,
            @QueryValue @Nullable String deployment,
            @QueryValue @Nullable String source,
            Principal caller) {
        var found = substitutes.of(
                ModelParameters.model(owner, name),
                ModelParameters.isLocal(source),
                ModelParameters.deployment(deployment),
                Readers.seesValues(caller));
        return HttpResponse.ok(CanonicalJson.write(found)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
