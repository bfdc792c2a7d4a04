package licet.web.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import licet.registry.fact.Facts;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLine;
import licet.registry.identity.Team;
import licet.registry.identity.TeamText;
import licet.registry.identity.Teams;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Everybody sees who owns which deployment; administrators say so. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
final class TeamsController {
    private static final String FORM = "team";

    private final Teams teams;
    private final PeopleDesk people;
    private final Facts facts;
    private final Frame frame;

    TeamsController(Teams teams, PeopleDesk people, Facts facts, Frame frame) {
        this.teams = teams;
        this.people = people;
        this.facts = facts;
        this.frame = frame;
    }

    @Get("/teams")
    @Access
    HttpResponse<String> list(HttpRequest<?> request, Principal caller) {
        boolean mayChange = caller.has(Role.ADMINISTRATOR);
        var view = new TeamsView(teams.list(), mayChange, mayChange || caller.has(Role.AUDITOR));
        return frame.ok(request, Page.Section.PEOPLE, "teams", view);
    }

    @Get("/new-team")
    @Access(role = Role.ADMINISTRATOR)
    HttpResponse<String> empty(HttpRequest<?> request) {
        return frame.ok(request, Page.Section.PEOPLE, FORM, view("", true, Filled.EMPTY, List.of()));
    }

    @Post("/new-team")
    @Access(role = Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, @Body Map<String, Object> form, Principal caller) {
        var filled = Filled.of(form);
        return save(request, filled.one("key"), true, filled, caller);
    }

    @Get("/teams/{key}")
    @Access(role = Role.ADMINISTRATOR)
    HttpResponse<String> edit(HttpRequest<?> request, String key) {
        var team = teams.get(key);
        var filled = new Filled(Map.of(
                "name",
                List.of(team.name()),
                "members",
                team.members().stream().map(Team.Member::login).toList(),
                "deployments",
                team.deployments()));
        return frame.ok(request, Page.Section.PEOPLE, FORM, view(key, false, filled, List.of()));
    }

    @Post("/teams/{key}")
    @Access(role = Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, String key, @Body Map<String, Object> form, Principal caller) {
        return save(request, teams.get(key).key(), false, Filled.of(form), caller);
    }

    private HttpResponse<?> save(HttpRequest<?> request, String key, boolean fresh, Filled filled, Principal caller) {
        try {
            if (fresh && teams.list().stream().anyMatch(team -> team.key().equals(key.strip()))) {
                throw new RegistryProblem.Malformed("key", key, "Another team has this key.").asException();
            }
            var wanted = new TeamText(key, filled.one("name"), filled.all("members"), filled.all("deployments"));
            teams.save(wanted, caller);
            return HttpResponse.seeOther(URI.create("/teams"));
        } catch (ProblemException refused) {
            var view = view(key, fresh, filled, Filled.problems(refused));
            return frame.answer(request, HttpStatus.UNPROCESSABLE_ENTITY, Page.Section.PEOPLE, FORM, view);
        }
    }

    private TeamView view(String key, boolean fresh, Filled filled, List<FormProblem> problems) {
        var members = people.list().stream()
                .filter(PersonLine::isHere)
                .map(person -> new Choice(person.login(), filled.all("members").contains(person.login())))
                .toList();
        var deployments = facts.current().deployments().stream()
                .map(stored -> stored.deployment().key().value())
                .map(deployment ->
                        new Choice(deployment, filled.all("deployments").contains(deployment)))
                .toList();
        return new TeamView(key, filled.one("name"), fresh, members, deployments, problems);
    }
}
