package licet.registry.stack;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;

/** How much of what ran was renewed. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.READ)
final class RenewalsController {
    private static final String CSV = "text/csv";

    private final RenewalRates rates;
    private final Clock clock;

    RenewalsController(RenewalRates rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    @Get("/renewals{?from,to,stack,team}")
    @Operation(
            summary = "Renewal rates by family, developer, license, country and quarter",
            description = "Of the slots that reviews decided about, those that were renewed. Without from and to, this"
                    + " quarter and the four before it.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Renewals.class)))
    HttpResponse<String> rates(HttpRequest<?> request) {
        return StacksController.json(HttpStatus.OK, rates.of(RenewalQuery.of(request.getParameters(), clock)));
    }

    @Get("/renewals.csv{?from,to,stack,team}")
    @Produces(CSV)
    @Operation(summary = "The same rates as comma-separated values")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV))
    HttpResponse<String> csv(HttpRequest<?> request) {
        return HttpResponse.ok(rates.of(RenewalQuery.of(request.getParameters(), clock))
                        .csv())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"renewals.csv\"");
    }
}
