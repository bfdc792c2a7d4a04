package licet.registry.decision;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import licet.registry.instrument.PaperText;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** What papers would change, for programs; nothing is saved. */
@Controller("/api/v1/instrument-previews")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PaperPreviewController {
    private final PaperText text;
    private final PaperPreviews previews;

    PaperPreviewController(PaperText text, PaperPreviews previews) {
        this.text = text;
        this.previews = previews;
    }

    @Post
    @Access(scope = Scope.READ)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "How many answers a paper would change",
            description = "Takes what POST /api/v1/instruments takes, and saves nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = "#/components/schemas/InstrumentRequest")))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaperPreview.class)))
    HttpResponse<String> preview(@Body String body) {
        return HttpResponse.ok(CanonicalJson.write(previews.of(text.read(body).content())))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
