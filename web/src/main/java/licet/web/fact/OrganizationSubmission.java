package licet.web.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.registry.change.OrganizationChanges;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.Organization;
import licet.rules.format.CanonicalJson;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** What becomes of a form about one fact of the organization. */
@Singleton
final class OrganizationSubmission {
    private static final String PAGE = "/organization";

    private final OrganizationChanges changes;
    private final OrganizationEditor editor;
    private final Texts texts;

    OrganizationSubmission(OrganizationChanges changes, OrganizationEditor editor, Texts texts) {
        this.changes = changes;
        this.editor = editor;
        this.texts = texts;
    }

    private record Change(OrganizationForm.Item item, Typed typed, String formToken, Organization proposed) {}

    DeploymentSubmission.Outcome of(OrganizationForm.Item item, Typed typed, String formToken, Principal caller) {
        var stored = changes.current().organization();
        boolean removes = typed.wants("remove") || typed.one("previewed").startsWith("remove:") && typed.wants("save");
        var problems = new ArrayList<FormProblem>();
        if (!removes) {
            problems.addAll(FormProblems.ofForm(item.part().fields(), typed, texts));
        }
        var written = removes
                ? OrganizationForm.without(stored.organization(), item)
                : OrganizationForm.with(stored.organization(), item, typed);
        var proposed = parse(written, item, stored.organization(), problems);
        if (proposed.isEmpty() || !problems.isEmpty()) {
            return shown(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    new OrganizationEditor.Sight(item, formToken, typed.from(), typed, problems, Optional.empty(), ""),
                    false);
        }
        var change = new Change(item, typed, formToken, proposed.get());
        return stored.version() == typed.from()
                ? looked(stored.version(), change, removes, caller)
                : conflict(change, removes);
    }

    private DeploymentSubmission.Outcome looked(int version, Change change, boolean removes, Principal caller) {
        if (!change.typed().wants("save")
                || !digest(change, removes).equals(change.typed().one("previewed"))) {
            return shown(HttpStatus.OK, sight(version, change, removes), false);
        }
        try {
            changes.save(change.proposed(), version, caller.actor());
            return new DeploymentSubmission.Outcome.Saved(PAGE);
        } catch (ProblemException refused) {
            if (refused.problem() instanceof RegistryProblem.ChangedMeanwhile) {
                return conflict(change, removes);
            }
            throw refused;
        }
    }

    /** What was typed stays, and starts from the newer version. */
    private DeploymentSubmission.Outcome conflict(Change change, boolean removes) {
        return shown(HttpStatus.CONFLICT, sight(changes.current().organization().version(), change, removes), true);
    }

    private static String digest(Change change, boolean removes) {
        return (removes ? "remove:" : "") + CanonicalJson.digest(change.proposed());
    }

    private OrganizationEditor.Sight sight(int version, Change change, boolean removes) {
        return new OrganizationEditor.Sight(
                change.item(),
                change.formToken(),
                version,
                change.typed(),
                List.of(),
                Optional.of(changes.preview(change.proposed(), true)),
                digest(change, removes));
    }

    private DeploymentSubmission.Outcome shown(HttpStatus status, OrganizationEditor.Sight sight, boolean conflict) {
        return new DeploymentSubmission.Outcome.Shown(status, editor.view(sight, conflict));
    }

    private Optional<Organization> parse(
            ObjectNode written, OrganizationForm.Item item, Organization stored, ArrayList<FormProblem> problems) {
        try {
            return Optional.of(changes.parse(written.toString()));
        } catch (ProblemException refused) {
            var ids = item.part().fields().stream().map(Definition::id).toList();
            FormProblems.of(refused.problem(), ids, OrganizationForm.pointer(stored, item), ids.getFirst()).stream()
                    .filter(found -> FormProblem.find(problems, found.field()).isEmpty())
                    .toList()
                    .forEach(problems::add);
            return Optional.empty();
        }
    }
}
