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
import java.util.Map;
import java.util.Optional;
import licet.registry.change.DeploymentChanges;
import licet.registry.change.DeploymentRights;
import licet.registry.change.FactRights;
import licet.registry.fact.CurrentFacts.VersionedDeployment;
import licet.registry.platform.http.Access;
import licet.registry.platform.http.Callers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.web.layout.Frame;
import licet.web.layout.Page;

/** Everybody sees what the organization does with models; some may change what is on record about it. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(Frame.HTML)
@Access(role = {Role.ADMINISTRATOR, Role.POLICY_AUTHOR})
final class DeploymentController {
    private static final String FORM = "fact-edit";

    private final DeploymentPages pages;
    private final DeploymentEditor editor;
    private final DeploymentSubmission submission;
    private final DeploymentChanges changes;
    private final DeploymentRights rights;
    private final Frame frame;

    DeploymentController(
            DeploymentPages pages,
            DeploymentEditor editor,
            DeploymentSubmission submission,
            DeploymentChanges changes,
            DeploymentRights rights,
            Frame frame) {
        this.pages = pages;
        this.editor = editor;
        this.submission = submission;
        this.changes = changes;
        this.rights = rights;
        this.frame = frame;
    }

    @Get("/deployments")
    @Access
    HttpResponse<String> list(HttpRequest<?> request, Principal caller) {
        return frame.ok(
                request, Page.Section.DEPLOYMENTS, "deployments", pages.list(FactRights.mayChangeDeployments(caller)));
    }

    @Get("/deployments/{key}")
    @Access
    HttpResponse<String> show(HttpRequest<?> request, String key, Principal caller) {
        return frame.ok(request, Page.Section.DEPLOYMENTS, "deployment", pages.show(key, caller));
    }

    @Get("/deployments/{key}/edit")
    @Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR})
    HttpResponse<String> edit(HttpRequest<?> request, String key, Principal caller) {
        var stored = changes.get(key);
        rights.require(key, caller);
        var sight = DeploymentEditor.Sight.fresh(
                Optional.of(stored.deployment()),
                token(request),
                stored.version(),
                DeploymentForm.typed(stored.deployment()));
        return frame.ok(request, Page.Section.DEPLOYMENTS, FORM, editor.view(sight, false));
    }

    @Post("/deployments/{key}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Access(role = {Role.REQUESTER, Role.REVIEWER, Role.APPROVER, Role.POLICY_AUTHOR, Role.ADMINISTRATOR})
    HttpResponse<?> change(HttpRequest<?> request, String key, @Body Map<String, Object> form, Principal caller) {
        rights.require(key, caller);
        return answer(request, Optional.of(changes.get(key)), form, caller);
    }

    @Get("/new-deployment")
    HttpResponse<String> empty(HttpRequest<?> request) {
        var licensee = changes.current().organization().organization().entities().stream()
                .findFirst()
                .map(entity -> entity.key().value())
                .orElse("");
        var sight = DeploymentEditor.Sight.fresh(Optional.empty(), token(request), 0, DeploymentForm.empty(licensee));
        return frame.ok(request, Page.Section.DEPLOYMENTS, FORM, editor.view(sight, false));
    }

    @Post("/new-deployment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, @Body Map<String, Object> form, Principal caller) {
        return answer(request, Optional.empty(), form, caller);
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request, Optional<VersionedDeployment> stored, Map<String, Object> form, Principal caller) {
        return switch (submission.of(stored, Typed.of(form), token(request), caller)) {
            case DeploymentSubmission.Outcome.Saved(var address) -> HttpResponse.seeOther(URI.create(address));
            case DeploymentSubmission.Outcome.Shown(var status, var view) ->
                frame.answer(request, status, Page.Section.DEPLOYMENTS, FORM, view);
        };
    }

    private static String token(HttpRequest<?> request) {
        return Callers.findFormToken(request).orElse("");
    }
}
