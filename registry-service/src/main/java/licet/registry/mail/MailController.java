package licet.registry.mail;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** Mail for programs of administrators. */
@Controller("/api/v1/mail")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE, role = Role.ADMINISTRATOR)
final class MailController {
    private final Mails mails;

    MailController(Mails mails) {
        this.mails = mails;
    }

    @Get
    @Operation(summary = "How mail leaves, and the hundred that were made last")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MailLog.class)))
    HttpResponse<String> log() {
        return json(HttpStatus.OK, mails.log());
    }

    @Post("/test")
    @Operation(summary = "Sends a mail to the address of the token's owner")
    @ApiResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MailLog.Line.class)))
    HttpResponse<String> test(Principal caller) {
        return json(HttpStatus.ACCEPTED, mails.test(caller));
    }

    @Post("/{id}/replay")
    @Operation(summary = "Sends a mail again, under the same id")
    @ApiResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MailLog.Line.class)))
    HttpResponse<String> replay(UUID id, Principal caller) {
        return json(HttpStatus.ACCEPTED, mails.replay(id, caller));
    }

    private static HttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
