package licet.registry.platform.openapi;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;

/** The contract, as it was generated from these very controllers. */
@Hidden
@Controller("/api/v1/openapi.yaml")
@Access(scope = {Scope.READ, Scope.GATE})
final class OpenApiController {
    private final ApiDocument document;

    OpenApiController(ApiDocument document) {
        this.document = document;
    }

    @Get
    @Produces("application/yaml")
    String document() {
        return document.yaml();
    }
}
