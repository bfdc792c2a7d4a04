package licet.registry.stack;

import static licet.registry.stack.StacksController.json;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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

/** Reviews of stacks, for programs. */
@Controller("/api/v1/stacks/{key}/reviews")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class StackReviewsController {
    private final StackReviews reviews;

    StackReviewsController(StackReviews reviews) {
        this.reviews = reviews;
    }

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "Reviews of a stack, the last due first")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StackBody.Reviews.class)))
    HttpResponse<String> list(String key) {
        return json(HttpStatus.OK, new StackBody.Reviews(reviews.list(key)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Schedules the next review, or moves it to another day")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StackBody.Schedule.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Review.class)))
    HttpResponse<String> schedule(String key, @Body String body, Principal caller) {
        var due = RequestJson.parse(body, "due").text("due");
        return json(HttpStatus.CREATED, reviews.schedule(key, StackReviews.day(due), caller));
    }

    @Get("/{id}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One review: how each slot stood, and what was decided by whom")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Review.class)))
    HttpResponse<String> get(String key, UUID id) {
        return json(HttpStatus.OK, reviews.get(key, id));
    }

    @Post("/{id}/open")
    @Operation(summary = "Opens a scheduled review: takes down how each slot stands")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Review.class)))
    HttpResponse<String> open(String key, UUID id, Principal caller) {
        return json(HttpStatus.OK, reviews.open(key, id, caller));
    }

    @Put("/{id}/decisions/{slot}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decides about a slot: renew, replace or retire, with the reason")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StackBody.Decide.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Review.class)))
    HttpResponse<String> decide(String key, UUID id, String slot, @Body String body, Principal caller) {
        return json(HttpStatus.OK, reviews.decide(key, id, slot, NewDecision.parse(body), caller));
    }

    @Post("/{id}/close")
    @Operation(
            summary = "Closes a review in which every slot is decided",
            description = "All slots change at once, and the next review is scheduled.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Review.class)))
    HttpResponse<String> close(String key, UUID id, Principal caller) {
        return json(HttpStatus.OK, reviews.close(key, id, caller));
    }

    @Post("/{id}/call-off")
    @Operation(summary = "Calls off a review that is scheduled or open; nothing changes")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Review.class)))
    HttpResponse<String> callOff(String key, UUID id, Principal caller) {
        return json(HttpStatus.OK, reviews.callOff(key, id, caller));
    }
}
