package licet.registry.platform.http;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Hidden;
import licet.registry.platform.problem.RegistryProblem;

/** The contract, as it was generated from these very controllers. */
@Hidden
@Controller("/api/v1/openapi.yaml")
@Access(scope = {Scope.READ, Scope.GATE})
final class OpenApiController {
    private static final String GENERATED = "classpath:META-INF/swagger/licet-1.yml";

    private final ResourceLoader resources;

    OpenApiController(ResourceLoader resources) {
        this.resources = resources;
    }

    @Get
    @Produces("application/yaml")
    StreamedFile document() {
        return resources
                .getResourceAsStream(GENERATED)
                .map(text -> new StreamedFile(text, MediaType.of("application/yaml")))
                .orElseThrow(() -> new RegistryProblem.NotFound("document", "openapi.yaml").asException());
    }
}
