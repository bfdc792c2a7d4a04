package licet.registry.approval;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import licet.registry.instrument.PaperDownload;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RepeatedRequests;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** Documents beside a request for approval. */
@Controller("/api/v1/approval-requests/{id}/documents")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApprovalDocumentsController {
    private final Conversation conversation;
    private final RepeatedRequests repeated;

    ApprovalDocumentsController(Conversation conversation, RepeatedRequests repeated) {
        this.conversation = conversation;
        this.repeated = repeated;
    }

    @Schema(name = "ApprovalDocument")
    record DocumentBody(
            String name,

            @Schema(description = "application/pdf, text/plain, image/png or image/jpeg")
            String type,

            @Schema(description = "at most 655,360 bytes") String base64,

            @Schema(description = "what it shows") String words) {}

    @Post
    @Access(scope = Scope.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts a document beside a request that is not decided yet")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DocumentBody.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApprovalRequest.class)))
    HttpResponse<String> attach(HttpRequest<?> request, UUID id, @Body String body, Principal caller) {
        var document = DocumentText.read(body);
        return repeated.answer(
                request,
                body,
                caller,
                () -> RepeatedRequests.Answer.ok(CanonicalJson.write(conversation.attach(id, document, caller))));
    }

    @Get("/{sha256}")
    @Access(scope = Scope.READ)
    @Produces(MediaType.ALL)
    @Operation(
            summary = "A document byte by byte, as a file to save",
            description = "For tokens whose owner takes part in procurement or is auditor.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    HttpResponse<byte[]> document(UUID id, String sha256, Principal caller) {
        return PaperDownload.of(conversation.document(id, sha256, caller));
    }
}
