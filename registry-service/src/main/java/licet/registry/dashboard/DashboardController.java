package licet.registry.dashboard;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** The state of everything, for programs. */
@Controller("/api/v1/dashboard")
@Access(scope = Scope.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DashboardController {
    private final Dashboards dashboards;

    DashboardController(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @Get
    @Operation(
            summary = "Answers, licenses, countries, lineage and ingest in numbers, and what waits for the caller",
            description = "A filter beside a number is the query of /api/v1/models that lists just these models."
                    + " What waits depends on the roles of the person who owns the token.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Dashboard.class)))
    HttpResponse<String> get(Principal caller) {
        return HttpResponse.ok(CanonicalJson.write(dashboards.of(caller))).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
