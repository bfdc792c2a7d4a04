package licet.registry.decision;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
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
import org.jspecify.annotations.Nullable;

/** Models for programs. */
@Controller("/api/v1/models")
@Access(scope = Scope.READ)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModelsController {
    private final ModelList list;
    private final FacetCounts facets;
    private final ModelDetails details;
    private final ModelFilters filters;

    ModelsController(ModelList list, FacetCounts facets, ModelDetails details, ModelFilters filters) {
        this.list = list;
        this.facets = facets;
        this.details = details;
        this.filters = filters;
    }

    @Get
    @Operation(
            summary = "Models with their answer for each deployment",
            description = "Sorted and filtered; the next page follows the Link header or the field next.")
    @ModelListParameters
    @PageParameters
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ModelPage.class)))
    HttpResponse<String> list(HttpRequest<?> request) {
        var page = list.list(filters.query(request.getParameters().asMap()));
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

    @Get("/facets")
    @Operation(
            summary = "How many models each value of a facet would leave",
            description = "Each facet is counted with all other choices given. With a text nothing is counted.")
    @ModelListParameters
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ModelFacets.class)))
    HttpResponse<String> facets(HttpRequest<?> request) {
        return json(facets.count(filters.query(request.getParameters().asMap()).filter()));
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
