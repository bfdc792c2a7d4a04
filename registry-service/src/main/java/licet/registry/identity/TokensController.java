package licet.registry.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;

/** The own tokens, for programs that renew theirs. */
@Controller("/api/v1/tokens")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class TokensController {
    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    @Schema(name = "TokenWish")
    record WishBody(
            String name,

            @Schema(description = "read, gate or write") String scope,

            @Schema(description = "days until it ends, 1 to 366")
            int days) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(
            summary = "The tokens of the person who owns this one, the newest first",
            description = "A token of the host has no owner and therefore shows none.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TokenDocument.Page.class)))
    HttpResponse<String> list(Principal caller) {
        return PeopleController.json(
                HttpStatus.OK,
                new TokenDocument.Page(
                        tokens.listOf(caller).stream().map(TokenDocument::of).toList()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a token of the same person",
            description =
                    "Its secret is in the answer and nowhere else. It does no more than the token that makes it, ends"
                            + " no later, and is revoked together with it.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WishBody.class)))
    @ApiResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TokenDocument.Issued.class)))
    HttpResponse<String> create(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "name", "scope", "days");
        var issued = tokens.create(json.text("name"), Scopes.parse(json.text("scope")), days(json.get("days")), caller);
        return PeopleController.json(HttpStatus.CREATED, new TokenDocument.Issued(issued.id(), issued.secret()));
    }

    @Post("/{id}/revoke")
    @Operation(summary = "Revokes a token at once, and every token that was made with it")
    @ApiResponse(responseCode = "204")
    HttpResponse<?> revoke(UUID id, Principal caller) {
        Tokens.requirePerson(caller);
        tokens.revoke(id, caller);
        return HttpResponse.noContent();
    }

    private static int days(JsonNode given) {
        if (!given.canConvertToInt() || !given.isIntegralNumber()) {
            throw new RegistryProblem.Malformed("/days", given.toString(), "must be a number of days").asException();
        }
        return given.intValue();
    }
}
