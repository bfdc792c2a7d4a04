package licet.registry.platform.metric;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;

/** For Prometheus, which shows a bearer token: therefore it lives under {@code /api}. */
@Controller("/api/v1/metrics")
@Access(scope = Scope.READ)
final class MetricsController {
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;

    MetricsController(Metrics metrics) {
        this.metrics = metrics;
    }

    @Get
    @Produces(FORMAT)
    @Operation(summary = "Counters of this instance in the text format of Prometheus")
    String text() {
        return metrics.text();
    }
}
