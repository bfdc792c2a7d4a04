package licet.web.fact;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.change.DeploymentChanges;
import licet.registry.decision.Readers;
import licet.registry.fact.CurrentFacts.VersionedDeployment;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.Deployment;
import licet.rules.format.CanonicalJson;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** What becomes of a form that was sent: problems, a look at what would flip, a conflict, or a new version. */
@Singleton
final class DeploymentSubmission {
    private final DeploymentChanges changes;
    private final DeploymentEditor editor;
    private final Texts texts;

    DeploymentSubmission(DeploymentChanges changes, DeploymentEditor editor, Texts texts) {
        this.changes = changes;
        this.editor = editor;
        this.texts = texts;
    }

    sealed interface Outcome {
        record Saved(String address) implements Outcome {}

        record Shown(HttpStatus status, FactEditView view) implements Outcome {}
    }

    Outcome of(Optional<VersionedDeployment> stored, Typed typed, String formToken, Principal caller) {
        var facts = stored.map(VersionedDeployment::deployment);
        int version = stored.map(VersionedDeployment::version).orElse(0);
        String key = facts.map(one -> one.key().value()).orElseGet(() -> typed.one("key"));
        var problems =
                new ArrayList<>(FormProblems.ofForm(DeploymentFields.all().toList(), typed, texts));
        var proposed = parse(key, typed, problems);
        if (stored.isEmpty()
                && proposed.isPresent()
                && !changes.isFree(proposed.get().key())) {
            problems.add(new FormProblem("key", texts.get("deployment.new.taken", key)));
        }
        if (proposed.isEmpty() || !problems.isEmpty()) {
            var sight =
                    new DeploymentEditor.Sight(facts, formToken, typed.from(), typed, problems, Optional.empty(), "");
            return new Outcome.Shown(HttpStatus.UNPROCESSABLE_ENTITY, editor.view(sight, false));
        }
        return version == typed.from()
                ? looked(facts, version, new Change(proposed.get(), typed, formToken), caller)
                : conflict(facts, version, new Change(proposed.get(), typed, formToken), caller);
    }

    private record Change(Deployment proposed, Typed typed, String formToken) {}

    /** Only what was looked at is saved. */
    private Outcome looked(Optional<Deployment> stored, int version, Change change, Principal caller) {
        boolean sameAsShown =
                CanonicalJson.digest(change.proposed()).equals(change.typed().one("previewed"));
        if (!change.typed().wants("save") || !sameAsShown) {
            return new Outcome.Shown(HttpStatus.OK, editor.view(sight(stored, version, change, caller), false));
        }
        try {
            changes.save(change.proposed(), version, caller.actor());
            return new Outcome.Saved("/deployments/" + change.proposed().key());
        } catch (ProblemException refused) {
            if (refused.problem() instanceof RegistryProblem.ChangedMeanwhile) {
                var now = changes.get(change.proposed().key().value());
                return conflict(Optional.of(now.deployment()), now.version(), change, caller);
            }
            throw refused;
        }
    }

    /** What was typed stays, and starts from the newer version once it has been looked at again. */
    private Outcome conflict(Optional<Deployment> stored, int version, Change change, Principal caller) {
        return new Outcome.Shown(HttpStatus.CONFLICT, editor.view(sight(stored, version, change, caller), true));
    }

    private DeploymentEditor.Sight sight(Optional<Deployment> stored, int version, Change change, Principal caller) {
        return new DeploymentEditor.Sight(
                stored,
                change.formToken(),
                version,
                change.typed(),
                java.util.List.of(),
                Optional.of(changes.preview(change.proposed(), Readers.seesValues(caller))),
                CanonicalJson.digest(change.proposed()));
    }

    private Optional<Deployment> parse(String key, Typed typed, ArrayList<FormProblem> problems) {
        try {
            return Optional.of(changes.parse(DeploymentForm.written(key, typed).toString()));
        } catch (ProblemException refused) {
            var ids = Stream.concat(Stream.of(DeploymentFields.KEY), DeploymentFields.all())
                    .map(Definition::id)
                    .toList();
            FormProblems.of(refused.problem(), ids, "", "name").stream()
                    .filter(found -> FormProblem.find(problems, found.field()).isEmpty())
                    .toList()
                    .forEach(problems::add);
            return Optional.empty();
        }
    }
}
