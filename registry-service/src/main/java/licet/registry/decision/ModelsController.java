package licet.registry.decision;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Models for programs. */
@Controller("/api/v1/models")
@Access(scope = Scope.READ)
final class ModelsController {
    private final ModelList list;
    private final ModelDetails details;

    ModelsController(ModelList list, ModelDetails details) {
        this.list = list;
        this.details = details;
    }

    @Get("{?q,license,country,verdict,deployment,sort,cursor,limit}")
    @Operation(
            summary = "Models with their answer for each deployment",
            description = "Sorted and filtered; the next page follows the Link header or the field next.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ModelPage.class)))
    HttpResponse<String> list(
            HttpRequest<?> request,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String license,
            @QueryValue @Nullable String country,
            @QueryValue @Nullable String verdict,
            @QueryValue @Nullable String deployment,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable String cursor,
            @QueryValue @Nullable Integer limit) {
        var order = ModelParameters.sort(sort);
        var page = list.list(new ModelQuery(
                ModelParameters.given(q),
                ModelParameters.given(license),
                ModelParameters.given(country),
                ModelParameters.answer(verdict),
                ModelParameters.given(deployment).map(ModelParameters::deployment),
                order,
                ModelParameters.cursor(cursor, order),
                ModelParameters.limit(limit)));
        var response = json(page);
        page.next()
                .ifPresent(next -> response.header(
                        HttpHeaders.LINK,
                        "<"
                                + UriBuilder.of(request.getUri())
                                        .replaceQueryParam("cursor", next)
                                        .build() + ">; rel=\"next\""));
        return response;
    }

    @Get("/{owner}/{name}{?source}")
    @Operation(summary = "Everything on record about one model, with the verdict for each deployment")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ModelDetail.class)))
    HttpResponse<String> get(String owner, String name, @QueryValue @Nullable String source, Principal caller) {
        return json(details.get(
                ModelParameters.model(owner, name), ModelParameters.isLocal(source), Readers.seesValues(caller)));
    }

    private static io.micronaut.http.MutableHttpResponse<String> json(Object body) {
        return HttpResponse.ok(CanonicalJson.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
