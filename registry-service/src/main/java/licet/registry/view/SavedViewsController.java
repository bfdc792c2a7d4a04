package licet.registry.view;

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
import java.util.UUID;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.format.CanonicalJson;

/** Saved views of the person who owns the token, for programs. */
@Controller("/api/v1/views")
@Access(scope = Scope.WRITE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SavedViewsController {
    private final SavedViews views;

    SavedViewsController(SavedViews views) {
        this.views = views;
    }

    /** The body as documented; it is read by hand so that every problem names its field. */
    @Schema(name = "ViewRequest")
    record Question(
            @Schema(description = "1 to 80 characters, once for each person")
            String name,

            @Schema(
                    description = "parameters of a list of models, as they stand in its address",
                    example = "q=qwen&class=permissive",
                    nullable = true)
            String parameters) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(
            summary = "The saved views of the token's owner",
            description = "One whose filters name something that is gone says so in the field problem.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SavedViewDocument.Page.class)))
    HttpResponse<String> list(Principal caller) {
        return json(
                HttpStatus.OK,
                new SavedViewDocument.Page(
                        views.list(caller).stream().map(SavedViewDocument::of).toList()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keeps a list of models under a name")
    @RequestBody(content = @Content(mediaType = "application/json", schema = @Schema(implementation = Question.class)))
    @ApiResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SavedViewDocument.class)))
    HttpResponse<String> save(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "name", "parameters");
        var view = views.save(json.text("name"), json.findText("parameters").orElse(""), caller);
        return json(HttpStatus.CREATED, SavedViewDocument.of(view)).header("Location", "/api/v1/views/" + view.id());
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One saved view")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SavedViewDocument.class)))
    HttpResponse<String> get(String id, Principal caller) {
        return json(HttpStatus.OK, SavedViewDocument.of(views.get(id(id), caller)));
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a saved view; no model is touched")
    void delete(String id, Principal caller) {
        views.delete(id(id), caller);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new RegistryProblem.NotFound("view", text).asException();
        }
    }

    private static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
