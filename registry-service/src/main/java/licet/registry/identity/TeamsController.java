package licet.registry.identity;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.RequestJson;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;

/** Teams and the deployments they own, for programs. */
@Controller("/api/v1/teams")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TeamsController {
    private final Teams teams;

    TeamsController(Teams teams) {
        this.teams = teams;
    }

    /** @param members logins of people who are there */
    @Schema(name = "Team")
    record Document(String key, String name, List<String> members, List<String> deployments) {
        static Document of(Team team) {
            var logins = team.members().stream().map(Team.Member::login).toList();
            return new Document(team.key(), team.name(), logins, team.deployments());
        }
    }

    @Schema(name = "TeamPage")
    record Page(List<Document> teams) {}

    @Get
    @Access(scope = Scope.READ)
    @Operation(summary = "All teams, with their members and the deployments they own")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Page.class)))
    HttpResponse<String> list() {
        return PeopleController.json(
                HttpStatus.OK, new Page(teams.list().stream().map(Document::of).toList()));
    }

    @Get("/{key}")
    @Access(scope = Scope.READ)
    @Operation(summary = "One team")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Document.class)))
    HttpResponse<String> get(String key) {
        return PeopleController.json(HttpStatus.OK, Document.of(teams.get(key)));
    }

    @Put("/{key}")
    @Access(scope = Scope.WRITE, role = Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a team, or makes it what is sent: its name, members and deployments")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Document.class)))
    HttpResponse<String> save(String key, @Body String body, Principal caller) {
        var json = RequestJson.parse(body, "name", "members", "deployments");
        var wanted = new TeamText(
                key, json.text("name"), RequestWords.texts(json, "members"), RequestWords.texts(json, "deployments"));
        return PeopleController.json(HttpStatus.OK, Document.of(teams.save(wanted, caller)));
    }
}
