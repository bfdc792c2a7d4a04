package licet.registry.decision;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import licet.registry.catalog.DriftLog;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** What changed about a model, for programs. */
@Controller("/api/v1/models/{owner}/{name}/drift")
@Access(scope = Scope.READ)
final class DriftController {
    private final DriftLog log;

    DriftController(DriftLog log) {
        this.log = log;
    }

    /**
     * A page of the history.
     *
     * @param model its name now, which can differ from the one that was asked for
     * @param next to be sent as {@code before} for the following page
     */
    @Schema(name = "DriftPage")
    record Page(String model, List<DriftLog.Entry> drift, Optional<Long> next) {}

    @Get("{?before,limit}")
    @Operation(
            summary = "What changed about a model between two looks at it, the newest first",
            description = "Found under former names as well. Differences of license texts are given word by word.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)))
    HttpResponse<String> list(
            String owner, String name, @QueryValue @Nullable Long before, @QueryValue @Nullable Integer limit) {
        var asked = ModelParameters.model(owner, name);
        int most = ModelParameters.limit(limit);
        var model = log.find(new ModelId(asked.value()))
                .orElseThrow(() -> new RegistryProblem.NotFound("model", asked.value()).asException());
        var entries = log.list(model.id(), before == null ? Long.MAX_VALUE : before, most);
        var next = entries.size() == most ? Optional.of(entries.getLast().id()) : Optional.<Long>empty();
        return HttpResponse.ok(CanonicalJson.write(new Page(model.name().value(), entries, next)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
