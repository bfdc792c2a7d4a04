package licet.registry.change;

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
import java.util.List;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** Reminders for programs that pass them on. Confirming is for people, on the pages. */
@Controller("/api/v1/fact-confirmations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.READ)
final class FactConfirmationsController {
    private final FactConfirmations confirmations;

    FactConfirmationsController(FactConfirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Schema(name = "FactConfirmations")
    record Due(List<DueFact.Row> due) {}

    @Get
    @Operation(
            summary = "Facts whose owner should confirm or correct them",
            description = "Overdue ones and those that will be within two weeks, the most pressing first.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Due.class)))
    HttpResponse<String> list() {
        var due = confirmations.list().stream().map(DueFact::row).toList();
        return HttpResponse.ok(CanonicalJson.write(new Due(due))).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
