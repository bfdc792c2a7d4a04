package licet.registry.compare;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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

/** Models side by side for programs. */
@Controller("/api/v1/compare")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.READ)
final class CompareController {
    private final Comparisons comparisons;

    CompareController(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Get("{?deployment}")
    @Operation(
            summary = "Up to ten models side by side for one deployment",
            description = "Each with its answer and what decides it, license, lineage and size; with the obligations of"
                    + " all of them and the aspects in which they differ. A name that cannot be compared refuses the"
                    + " whole; each is named with what to write instead.")
    @Parameter(
            name = "model",
            in = ParameterIn.QUERY,
            description = "owner/name or owner/name@commit, once for each model; local:owner/name is the imported one")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Comparison.class)))
    HttpResponse<String> compare(HttpRequest<?> request, @QueryValue @Nullable String deployment, Principal caller) {
        var comparison = comparisons.compare(
                ModelParameters.deployment(deployment),
                ModelNames.of(request.getParameters()),
                Readers.seesValues(caller));
        return HttpResponse.ok(CanonicalJson.write(comparison)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
