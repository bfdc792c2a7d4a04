package licet.registry.stack;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
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
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** Stacks and their slots, for programs. Who may change one is asked where it is changed. */
@Controller("/api/v1/stacks")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE)
final class StacksController {
    private final Stacks stacks;
    private final StackStates states;
    private final SlotNotes notes;

    StacksController(Stacks stacks, StackStates states, SlotNotes notes) {
        this.stacks = stacks;
        this.states = states;
        this.notes = notes;
    }

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "All stacks that run, each slot with its answer now")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StackBody.Stacks.class)))
    HttpResponse<String> list() {
        return json(HttpStatus.OK, new StackBody.Stacks(states.list()));
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a stack for a team of the caller")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StackBody.Make.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StackState.class)))
    HttpResponse<String> make(@Body String body, Principal caller) {
        return json(HttpStatus.CREATED, states.of(stacks.make(NewStack.parse(body), caller)));
    }

    @Get("/{key}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One stack, each slot with its answer now")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StackState.class)))
    HttpResponse<String> get(String key) {
        return json(HttpStatus.OK, states.get(key));
    }

    @Put("/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes the name, the team and the cadence of a stack")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StackBody.Change.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StackState.class)))
    HttpResponse<String> change(String key, @Body String body, Principal caller) {
        return json(HttpStatus.OK, states.of(stacks.change(NewStack.parse(body, key), caller)));
    }

    @Delete("/{key}")
    @Operation(summary = "Ends a stack; its slots are emptied, and everything stays on record")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StackState.class)))
    HttpResponse<String> end(String key, Principal caller) {
        return json(HttpStatus.OK, states.of(stacks.end(key, caller)));
    }

    @Put("/{key}/slots/{slot}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Fills a slot, and makes it where there is none of that key")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StackBody.Fill.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StackState.class)))
    HttpResponse<String> fill(String key, String slot, @Body String body, Principal caller) {
        return json(HttpStatus.OK, states.of(stacks.fill(key, slot, NewFilling.parse(body), caller)));
    }

    @Delete("/{key}/slots/{slot}")
    @Operation(summary = "Empties a slot; its history stays")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StackState.class)))
    HttpResponse<String> empty(String key, String slot, Principal caller) {
        return json(HttpStatus.OK, states.of(stacks.empty(key, slot, caller)));
    }

    @Get("/{key}/slots/{slot}/history")
    @Access(scope = Scope.READ)
    @Operation(summary = "What filled a slot, the newest first")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = StackBody.Fillings.class)))
    HttpResponse<String> history(String key, String slot) {
        return json(HttpStatus.OK, new StackBody.Fillings(stacks.history(key, slot)));
    }

    @Get("/{key}/notes")
    @Access(scope = Scope.READ)
    @Operation(summary = "Notes on what fills the slots of a stack, the newest first")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = StackBody.Notes.class)))
    HttpResponse<String> notes(String key) {
        return json(HttpStatus.OK, new StackBody.Notes(notes.list(key)));
    }

    @Post("/{key}/slots/{slot}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Notes what was measured or heard of what fills a slot")
    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StackBody.Note.class)))
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SlotNote.class)))
    HttpResponse<String> note(String key, String slot, @Body String body, Principal caller) {
        return json(HttpStatus.CREATED, notes.write(key, slot, NewNote.parse(body), caller));
    }

    static HttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
