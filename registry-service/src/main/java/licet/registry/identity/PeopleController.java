package licet.registry.identity;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.rules.format.CanonicalJson;

/** People and what they may do, for programs of administrators. */
@Controller("/api/v1/people")
@ExecuteOn(TaskExecutors.BLOCKING)
@Access(scope = Scope.WRITE, role = Role.ADMINISTRATOR)
final class PeopleController {
    private final PeopleDesk desk;
    private final Leavers leavers;
    private final Erasures erasures;

    PeopleController(PeopleDesk desk, Leavers leavers, Erasures erasures) {
        this.desk = desk;
        this.leavers = leavers;
        this.erasures = erasures;
    }

    @Get
    @Access(
            scope = Scope.READ,
            role = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(summary = "Everybody with an account")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonDocument.Page.class)))
    HttpResponse<String> list() {
        return json(
                HttpStatus.OK,
                new PersonDocument.Page(
                        desk.list().stream().map(PersonDocument::of).toList()));
    }

    @Get("/{id}")
    @Access(
            scope = Scope.READ,
            role = {Role.ADMINISTRATOR, Role.AUDITOR})
    @Operation(summary = "One person")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PersonDocument.class)))
    HttpResponse<String> get(String id) {
        return person(id);
    }

    @Post
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Invites a person",
            description = "The answer carries the one-time link, which is shown this once; the person sets a password.")
    @ApiResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonDocument.Link.class)))
    HttpResponse<String> invite(@Body String body, Principal caller) {
        var json = RequestJson.parse(body, "login", "name", "roles", "topics");
        var wanted = new Invitation(
                json.text("login"),
                json.text("name"),
                RequestWords.choices(json, "roles", Role.class),
                RequestWords.choices(json, "topics", ReviewTopic.class));
        var link = desk.invite(wanted, caller);
        return json(HttpStatus.CREATED, PersonDocument.Link.of(link))
                .header("Location", "/api/v1/people/" + link.person());
    }

    @Put("/{id}/rights")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a person these roles and review topics, and no others")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PersonDocument.class)))
    HttpResponse<String> grant(String id, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "roles", "topics");
        desk.grant(
                RequestWords.personId(id),
                RequestWords.choices(json, "roles", Role.class),
                RequestWords.choices(json, "topics", ReviewTopic.class),
                caller);
        return person(id);
    }

    @Post("/{id}/reset")
    @Operation(summary = "Takes the password away, ends the sessions and gives a new one-time link")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PersonDocument.Link.class)))
    HttpResponse<String> reset(String id, Principal caller) {
        return json(HttpStatus.OK, PersonDocument.Link.of(desk.reset(RequestWords.personId(id), caller)));
    }

    @Post("/{id}/deactivate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ends every way in for a person and hands over open work",
            description = "The field successor, an id, is needed where work would lie about without somebody.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PersonDocument.class)))
    HttpResponse<String> deactivate(String id, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "successor");
        leavers.deactivate(RequestWords.personId(id), json.findText("successor").map(RequestWords::personId), caller);
        return person(id);
    }

    @Post("/{id}/reactivate")
    @Operation(summary = "Lets a person sign in again; tokens stay revoked and teams stay left")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PersonDocument.class)))
    HttpResponse<String> reactivate(String id, Principal caller) {
        leavers.reactivate(RequestWords.personId(id), caller);
        return person(id);
    }

    @Post("/{id}/erase")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Erases the personal data of a person who was deactivated, for good",
            description =
                    "Name, login, address and every way in go; a pseudonym stands for the person wherever something"
                            + " was done. The field login proves who is meant; reason stays in the audit log and names nobody.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PersonDocument.class)))
    HttpResponse<String> erase(String id, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "login", "reason");
        erasures.erase(RequestWords.personId(id), new Erasures.Wish(json.text("login"), json.text("reason")), caller);
        return person(id);
    }

    private HttpResponse<String> person(String id) {
        return json(HttpStatus.OK, PersonDocument.of(desk.get(RequestWords.personId(id))));
    }

    static MutableHttpResponse<String> json(HttpStatus status, Object body) {
        return HttpResponse.<String>status(status)
                .body(CanonicalJson.write(body))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
