package licet.web.request;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.decision.Deliberation;
import licet.registry.decision.Deliberations;
import licet.registry.decision.Readers;
import licet.registry.decision.Verdicts;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.ProblemException;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.DeploymentKey;

/** Finds what stands about a model in a deployment at this moment. */
@Singleton
final class Sight {
    private final Deliberations deliberations;
    private final Verdicts verdicts;
    private final Catalog catalog;

    Sight(Deliberations deliberations, Verdicts verdicts, Catalog catalog) {
        this.deliberations = deliberations;
        this.verdicts = verdicts;
        this.catalog = catalog;
    }

    /** @param source empty for the Hub of this instance */
    record Subject(Optional<String> source, ModelId model, Optional<String> revision, DeploymentKey deployment) {}

    /** @param verdict the same in words */
    record Seen(Deliberation before, VerdictDocument verdict) {
        List<String> lifts() {
            return before.reviews().stream().map(Deliberation.Review::id).toList();
        }
    }

    Seen of(Subject subject, Principal caller) {
        return seen(
                deliberations.now(source(subject), subject.model(), subject.revision(), subject.deployment()),
                source(subject),
                caller);
    }

    /** Empty where the model, its revision or the deployment is not on record any more. */
    Optional<Seen> find(Subject subject, Principal caller) {
        try {
            return deliberations
                    .find(source(subject), subject.model(), subject.revision(), subject.deployment())
                    .map(before -> seen(before, source(subject), caller));
        } catch (ProblemException gone) {
            return Optional.empty();
        }
    }

    String source(Subject subject) {
        return subject.source().orElse(catalog.source());
    }

    private Seen seen(Deliberation before, String source, Principal caller) {
        var model = RepoId.parse(before.model().model().value());
        boolean values = Readers.seesValues(caller);
        var answer = source.equals(LocalCatalog.SOURCE)
                ? verdicts.ofLocal(model, Optional.of(before.model().revision()), before.deployment(), values)
                : verdicts.of(model, Revision.parse(before.model().revision()), before.deployment(), values);
        return new Seen(before, answer.document());
    }
}
