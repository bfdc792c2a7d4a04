package licet.registry.alert;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** What the owner of the token, and their teams, want to be told of, for programs. */
@Controller("/api/v1/subscriptions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class SubscriptionsController {
    private final Subscriptions subscriptions;

    SubscriptionsController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** The body as documented; it is read by hand so that every problem names its field. */
    @Schema(name = "NewSubscription")
    record Question(
            @Schema(description = "person (the usual: the owner of the token), team or stack", nullable = true)
            String subscriber,

            @Schema(description = "key of the team or id of the stack", nullable = true)
            String key,

            @Schema(description = "model, developer, family, deployment, watched or approved")
            String scope,

            @Schema(
                    description = "owner/name, a namespace, a part of names (also owner/part), the key of a deployment,"
                            + " or the key of a team; nothing for everything watched",
                    nullable = true)
            String about,

            @Schema(description = "info, warning (the usual) or critical", nullable = true)
            String least,

            @Schema(description = "kinds of alerts; all of them where none is named", nullable = true)
            List<String> kinds,

            @Schema(
                    description = "by e-mail: immediate (the usual), daily, weekly, or inbox for never",
                    nullable = true)
            String digest) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "What the owner of the token and their groups want to be told of")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubscriptionDocument.Page.class)))
    HttpResponse<String> list(Principal caller) {
        var all = subscriptions.list(caller).stream()
                .map(SubscriptionDocument::of)
                .toList();
        return json(HttpStatus.OK, new SubscriptionDocument.Page(all));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Subscribes to what happens to models")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Question.class)))
    @ApiResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SubscriptionDocument.class)))
    HttpResponse<String> add(@Body String body, Principal caller) {
        var added = subscriptions.add(NewSubscription.parse(body), caller);
        return json(HttpStatus.CREATED, SubscriptionDocument.of(added));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a subscription; what was told stays told")
    void end(String id, Principal caller) {
        subscriptions.end(id(id), caller);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new RegistryProblem.NotFound(Subscriptions.KIND, text).asException();
        }
    }

    private static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
