package licet.web.fact;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.Optional;
import java.util.OptionalInt;
import licet.registry.change.FactRights;
import licet.registry.change.OrganizationChanges;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Everybody sees what is on record about the organization, figures by role; administrators change it. */
@Controller("/organization")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = Role.ADMINISTRATOR)
final class OrganizationController {
    private static final String FORM = "fact-edit";

    private final OrganizationPages pages;
    private final OrganizationEditor editor;
    private final OrganizationSubmission submission;
    private final OrganizationChanges changes;
    private final Frame frame;

    OrganizationController(
            OrganizationPages pages,
            OrganizationEditor editor,
            OrganizationSubmission submission,
            OrganizationChanges changes,
            Frame frame) {
        this.pages = pages;
        this.editor = editor;
        this.submission = submission;
        this.changes = changes;
        this.frame = frame;
    }

    @Get
    @Access
    HttpResponse<String> show(HttpRequest<?> request, Principal caller) {
        return frame.ok(request, Page.Section.ORGANIZATION, "organization", pages.show(caller));
    }

    @Get("/{part}/{at}")
    HttpResponse<String> edit(HttpRequest<?> request, String part, String at) {
        var stored = changes.current().organization();
        var item = item(part, at);
        var sight = new OrganizationEditor.Sight(
                item,
                token(request),
                stored.version(),
                OrganizationForm.typed(stored.organization(), item),
                List.of(),
                Optional.empty(),
                "");
        return frame.ok(request, Page.Section.ORGANIZATION, FORM, editor.view(sight, false));
    }

    @Post("/{part}/{at}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, String part, String at, @Body Map<String, Object> form, Principal caller) {
        FactRights.requireOrganization(caller);
        return switch (submission.of(item(part, at), Typed.of(form), token(request), caller)) {
            case DeploymentSubmission.Outcome.Saved(var address) -> HttpResponse.seeOther(URI.create(address));
            case DeploymentSubmission.Outcome.Shown(var status, var view) ->
                frame.answer(request, status, Page.Section.ORGANIZATION, FORM, view);
        };
    }

    private OrganizationForm.Item item(String part, String at) {
        return OrganizationPart.find(part)
                .map(known -> new OrganizationForm.Item(
                        known, at.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(at)) : OptionalInt.empty()))
                .filter(item -> at.equals(item.word()))
                .filter(item ->
                        OrganizationForm.exists(changes.current().organization().organization(), item))
                .orElseThrow(() -> new RegistryProblem.NotFound("fact", part + "/" + at).asException());
    }

    private static String token(HttpRequest<?> request) {
        return Callers.findFormToken(request).orElse("");
    }
}
