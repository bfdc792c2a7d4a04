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
import licet.registry.clearing.ProposalText;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** What clearings would change, for programs; nothing is saved. */
@Controller("/api/v1/clearing-previews")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClearingPreviewController {
    private final ClearingPreviews previews;

    ClearingPreviewController(ClearingPreviews previews) {
        this.previews = previews;
    }

    @Post
    @Access(scope = Scope.READ)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "How many models would follow a clearing, and how many answers it would change",
            description = "Takes what POST /api/v1/clearings takes, where reasons may be left out, and saves nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = "#/components/schemas/ClearingProposal")))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ClearingPreview.class)))
    HttpResponse<String> preview(@Body String body) {
        var proposal = ProposalText.readUnreasoned(body);
        var preview = previews.of(proposal.kind(), proposal.key(), proposal.answer());
        return HttpResponse.ok(CanonicalJson.write(preview)).contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
