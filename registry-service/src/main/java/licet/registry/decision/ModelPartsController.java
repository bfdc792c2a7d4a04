package licet.registry.decision;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import licet.ingest.hub.Revision;
import licet.registry.ingest.IngestQueue;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Card and snapshots of a model for programs, and the wish to read it again. */
@Controller("/api/v1/models/{owner}/{name}")
@Access(scope = Scope.READ)
final class ModelPartsController {
    private final ModelParts parts;
    private final IngestQueue queue;

    ModelPartsController(ModelParts parts, IngestQueue queue) {
        this.parts = parts;
        this.queue = queue;
    }

    @Get("/card{?source}")
    @Operation(
            summary = "The model card as HTML that is safe to show",
            description = "Without script, style, forms and images; links carry nofollow and noopener.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ModelParts.CardShown.class)))
    HttpResponse<String> card(String owner, String name, @QueryValue @Nullable String source) {
        return json(parts.card(ModelParameters.model(owner, name), ModelParameters.isLocal(source)));
    }

    @Get("/text{?path,source}")
    @Operation(summary = "A license, notice or policy file as it was read at the current revision")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ModelParts.TextShown.class)))
    HttpResponse<String> text(
            String owner, String name, @QueryValue @Nullable String path, @QueryValue @Nullable String source) {
        return json(parts.text(
                ModelParameters.model(owner, name), ModelParameters.isLocal(source), ModelParameters.path(path)));
    }

    @Get("/snapshots{?from,to,source}")
    @Operation(
            summary = "Snapshots of a model, and what differs between two of them",
            description = "from and to are ids of snapshots; without them the newest is compared with the one before."
                    + " Differences of license texts are given word by word.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ModelParts.History.class)))
    HttpResponse<String> snapshots(
            String owner,
            String name,
            @QueryValue @Nullable Long from,
            @QueryValue @Nullable Long to,
            @QueryValue @Nullable String source) {
        return json(parts.history(
                ModelParameters.model(owner, name),
                ModelParameters.isLocal(source),
                Optional.ofNullable(from),
                Optional.ofNullable(to)));
    }

    @Post("/read")
    @Access(scope = Scope.WRITE)
    @Operation(
            summary = "Read a model from the Hub, soon and at its newest revision",
            description = "Also for a model that is not on record. Asking again while it waits changes nothing.")
    @ApiResponse(responseCode = "202", description = "It will be read")
    HttpResponse<?> read(String owner, String name) {
        queue.add(ModelParameters.model(owner, name), Revision.MAIN);
        return HttpResponse.accepted();
    }

    private static HttpResponse<String> json(Object body) {
        return HttpResponse.ok(CanonicalJson.write(body)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
