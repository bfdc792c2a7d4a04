package licet.registry.platform.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** For load balancers and the starter: tells whether to send requests here, and nothing else to strangers. */
@Controller("/health")
@Access(Access.Who.OPEN)
final class HealthController {
    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    @Serdeable
    record Health(String status, @Nullable String waitingFor) {}

    @Get
    HttpResponse<Health> health() {
        return readiness
                .obstacle()
                .map(missing -> (HttpResponse<Health>)
                        HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("DOWN", missing)))
                .orElseGet(() -> HttpResponse.ok(new Health("UP", null)));
    }
}
