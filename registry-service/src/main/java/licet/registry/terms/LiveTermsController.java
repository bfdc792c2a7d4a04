package licet.registry.terms;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** The pages that licenses are bound to, for programs. */
@Controller("/api/v1/live-terms")
@Access(scope = Scope.READ)
final class LiveTermsController {
    private final TermsWatch watch;

    LiveTermsController(TermsWatch watch) {
        this.watch = watch;
    }

    @Schema(name = "LiveTerms")
    record All(List<TermsWatch.Page> pages) {}

    @Get
    @Operation(
            summary = "Pages of publishers that licenses are bound to",
            description = "When each was looked at, what it said by hash, and which words changed last.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = All.class)))
    HttpResponse<String> list() {
        return HttpResponse.ok(CanonicalJson.write(new All(watch.list()))).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
