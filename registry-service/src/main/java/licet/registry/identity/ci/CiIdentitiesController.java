package licet.registry.identity.ci;

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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import licet.registry.identity.Scopes;
import licet.registry.identity.Tokens;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** Jobs of CI systems that are let in by their own identity tokens. */
@Controller("/api/v1/ci-identities")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE, role = Role.ADMINISTRATOR)
final class CiIdentitiesController {
    private final CiIdentities identities;
    private final Tokens tokens;

    CiIdentitiesController(CiIdentities identities, Tokens tokens) {
        this.identities = identities;
        this.tokens = tokens;
    }

    @Schema(name = "CiIdentityWish")
    record WishBody(
            String name,
            @Schema(description = "gate or read") String scope,

            @Schema(description = "days until it ends, 1 to 366")
            int days,

            @Schema(example = "https://token.actions.githubusercontent.com")
            String issuer,

            @Schema(example = "licet") String audience,

            @Schema(
                    type = "object",
                    description = "what the tokens have to say; * stands for anything without a slash, ** for anything",
                    example = "{\"repository\": \"acme/app\", \"ref\": \"refs/heads/main\"}")
            Map<String, String> claims) {}

    @Schema(name = "CiIdentityPage")
    record Page(List<CiIdentity> identities) {}

    @Get
    @Access(
            scope = Scope.READ,
            role = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(summary = "The CI jobs that are let in by their own identity tokens")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)))
    HttpResponse<String> list() {
        return json(HttpStatus.OK, new Page(identities.list()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Lets CI jobs in by their own identity tokens",
            description = "They count as a token of ours that nobody knows the secret of. At least one claim besides"
                    + " issuer and audience has to tell them from others'.")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = WishBody.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CiIdentity.class)))
    HttpResponse<String> create(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "name", "scope", "days", "issuer", "audience", "claims");
        var wish = new CiIdentities.Wish(
                json.text("name"),
                Scopes.parse(json.text("scope")),
                days(json.get("days")),
                json.text("issuer"),
                json.text("audience"),
                claims(json.get("claims")));
        return json(HttpStatus.CREATED, identities.create(wish, caller));
    }

    @Post("/{id}/revoke")
    @Operation(summary = "Lets them in no longer, at once")
    @ApiResponse(responseCode = "204")
    HttpResponse<?> revoke(UUID id, Principal caller) {
        tokens.revoke(id, caller);
        return HttpResponse.noContent();
    }

    private static int days(JsonNode given) {
        if (!given.canConvertToInt() || !given.isIntegralNumber()) {
            throw malformed("/days", given, "must be a number of days");
        }
        return given.intValue();
    }

    private static Map<String, String> claims(JsonNode given) {
        if (!given.isObject()) {
            throw malformed("/claims", given, "write an object of claims and what they have to say");
        }
        var all = new TreeMap<String, String>();
        given.properties().forEach(field -> {
            if (!field.getValue().isTextual()) {
                throw malformed("/claims/" + field.getKey(), field.getValue(), "must be a text");
            }
            all.put(field.getKey(), field.getValue().textValue());
        });
        return all;
    }

    private static RuntimeException malformed(String field, JsonNode value, String mend) {
        return new RegistryProblem.Malformed(field, value.toString(), mend).asException();
    }

    private static HttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
