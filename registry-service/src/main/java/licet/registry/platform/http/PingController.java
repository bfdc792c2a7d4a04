package licet.registry.platform.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Status;

/** An empty answer through every filter: what the door alone costs. */
@Controller("/api/v1/ping")
@Access(scope = {Scope.READ, Scope.GATE})
final class PingController {
    @Get
    @Status(HttpStatus.NO_CONTENT)
    void ping() {}
}
