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
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import licet.registry.identity.Erasures;
import licet.registry.identity.Invitation;
import licet.registry.identity.IssuedLink;
import licet.registry.identity.Leavers;
import licet.registry.identity.PeopleDesk;
import licet.registry.identity.PersonLine;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.ProblemException;
import licet.web.layout.FormProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Administrators decide who may come and what everybody may do; auditors see it. */
@Controller("/people")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = Role.ADMINISTRATOR)
final class PeopleController {
    private final PeopleDesk desk;
    private final Leavers leavers;
    private final Erasures erasures;
    private final Frame frame;
    private final HttpHostResolver host;

    PeopleController(PeopleDesk desk, Leavers leavers, Erasures erasures, Frame frame, HttpHostResolver host) {
        this.desk = desk;
        this.leavers = leavers;
        this.erasures = erasures;
        this.frame = frame;
        this.host = host;
    }

    @Get
    @Access(role = {Role.ADMINISTRATOR, Role.AUDITOR})
    HttpResponse<String> list(HttpRequest<?> request, Principal caller) {
        var view = new PeopleView(desk.list(), caller.has(Role.ADMINISTRATOR), Filled.EMPTY, List.of());
        return frame.ok(request, Page.Section.PEOPLE, "people", view);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> invite(HttpRequest<?> request, @Body Map<String, Object> form, Principal caller) {
        var filled = Filled.of(form);
        try {
            var wanted = new Invitation(
                    filled.one("login"),
                    filled.one("displayName"),
                    filled.choices("roles", Role.class),
                    filled.choices("topics", ReviewTopic.class));
            return link(request, desk.invite(wanted, caller));
        } catch (ProblemException refused) {
            var view = new PeopleView(desk.list(), true, filled, Filled.problems(refused));
            return frame.answer(request, HttpStatus.UNPROCESSABLE_ENTITY, Page.Section.PEOPLE, "people", view);
        }
    }

    @Get("/{id}")
    @Access(role = {Role.ADMINISTRATOR, Role.AUDITOR})
    HttpResponse<String> show(HttpRequest<?> request, UUID id, Principal caller) {
        return frame.ok(request, Page.Section.PEOPLE, "person", view(id, caller, Filled.EMPTY, List.of()));
    }

    @Post("/{id}/rights")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> grant(UUID id, @Body Map<String, Object> form, Principal caller) {
        var filled = Filled.of(form);
        desk.grant(id, filled.choices("roles", Role.class), filled.choices("topics", ReviewTopic.class), caller);
        return back(id);
    }

    @Post("/{id}/reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> reset(HttpRequest<?> request, UUID id, Principal caller) {
        return link(request, desk.reset(id, caller));
    }

    @Post("/{id}/deactivate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> deactivate(HttpRequest<?> request, UUID id, @Body Map<String, Object> form, Principal caller) {
        var filled = Filled.of(form);
        return change(
                request, id, filled, caller, () -> leavers.deactivate(id, successor(filled.one("successor")), caller));
    }

    @Post("/{id}/reactivate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reactivate(UUID id, Principal caller) {
        leavers.reactivate(id, caller);
        return back(id);
    }

    @Post("/{id}/erase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> erase(HttpRequest<?> request, UUID id, @Body Map<String, Object> form, Principal caller) {
        var filled = Filled.of(form);
        var wish = new Erasures.Wish(filled.one("login"), filled.one("reason"));
        return change(request, id, filled, caller, () -> erasures.erase(id, wish, caller));
    }

    /** What cannot be done is told beside the fields of its form. */
    private HttpResponse<?> change(HttpRequest<?> request, UUID id, Filled filled, Principal caller, Runnable step) {
        try {
            step.run();
            return back(id);
        } catch (ProblemException refused) {
            var view = view(id, caller, filled, Filled.problems(refused));
            return frame.answer(request, HttpStatus.UNPROCESSABLE_ENTITY, Page.Section.PEOPLE, "person", view);
        }
    }

    private PersonView view(UUID id, Principal caller, Filled filled, List<FormProblem> problems) {
        var person = desk.get(id);
        var mayChange = caller.has(Role.ADMINISTRATOR) && !id.equals(caller.personId());
        var others = desk.list().stream()
                .filter(other ->
                        other.state() == PersonLine.State.ACTIVE && !other.id().equals(id))
                .toList();
        return new PersonView(person, mayChange, leavers.needing(id), others, filled, problems);
    }

    private HttpResponse<String> link(HttpRequest<?> request, IssuedLink link) {
        var address = host.resolve(request) + link.path();
        var view = new LinkView(desk.get(link.person()).login(), address, link.expiresAt());
        return frame.ok(request, Page.Section.PEOPLE, "person-link", view);
    }

    /** Only the page sends ids; another text names nobody. */
    private static Optional<UUID> successor(String chosen) {
        try {
            return chosen.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(chosen));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static HttpResponse<?> back(UUID id) {
        return HttpResponse.seeOther(URI.create("/people/" + id));
    }
}
