package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.ingest.IngestQueue;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.explain.VerdictDocument;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.Organization;
import licet.rules.lineage.Concluder;

/** May we use this model, at this revision, in this deployment, and what must we do if we do? */
@Singleton
public class Verdicts {
    private final Catalog catalog;
    private final Facts facts;
    private final Judge judge;
    private final Concluder concluder;
    private final IngestQueue queue;
    private final Alternatives alternatives;

    Verdicts(
            Catalog catalog,
            Facts facts,
            Judge judge,
            Concluder concluder,
            IngestQueue queue,
            Alternatives alternatives) {
        this.catalog = catalog;
        this.facts = facts;
        this.judge = judge;
        this.concluder = concluder;
        this.queue = queue;
        this.alternatives = alternatives;
    }

    /**
     * @param onRecord false when nothing was read of the model at that revision; reading it is then queued
     */
    public record Answer(VerdictDocument document, boolean onRecord) {}

    /** The answer for a stored deployment. */
    public Answer of(RepoId model, Revision revision, DeploymentKey deployment, boolean showValues) {
        var current = facts.current();
        var stored = current.find(deployment).orElseThrow(() -> unknownDeployment(deployment, current));
        var of = Judge.Case.of(current, stored, showValues);
        return judged(model, revision)
                .map(found -> new Answer(judge.judge(found.model(), found.revision(), found.conclusion(), of), true))
                .orElseGet(() -> {
                    queue.add(model, revision);
                    var id = new ModelId(model.value());
                    return new Answer(judge.preview(id, revision.value(), concluder.unread(id), of), false);
                });
    }

    /**
     * The answer about an imported model. Where none is on record nothing is queued: only people can bring it.
     *
     * @param revision as verdicts call it; empty for what stands for the model now
     */
    public Answer ofLocal(RepoId model, Optional<String> revision, DeploymentKey deployment, boolean showValues) {
        var current = facts.current();
        var stored = current.find(deployment).orElseThrow(() -> unknownDeployment(deployment, current));
        var of = Judge.Case.of(current, stored, showValues);
        var id = new ModelId(model.value());
        return catalog.find(LocalCatalog.SOURCE, id, revision)
                .map(found -> new Answer(judge.judge(found.model(), found.revision(), found.conclusion(), of), true))
                .orElseThrow(() -> new RegistryProblem.NotFound("imported model", model.value()).asException());
    }

    /**
     * The answer for facts that came with the question and are not stored.
     *
     * @param local whether the imported model of that name is meant instead of the Hub's
     * @param organization empty for the one on record
     */
    Answer preview(
            RepoId model,
            Revision revision,
            boolean local,
            Deployment deployment,
            Optional<Organization> organization,
            boolean showValues) {
        var current = facts.current();
        var profile = organization
                .map(given -> new CurrentFacts.VersionedOrganization(given, 0))
                .orElse(current.organization());
        var of = new Judge.Case(new CurrentFacts.VersionedDeployment(deployment, 0), profile, current, showValues);
        var id = new ModelId(model.value());
        return judged(model, revision, local)
                .map(found -> new Answer(judge.preview(found.model(), found.revision(), found.conclusion(), of), true))
                .orElseGet(() -> new Answer(judge.preview(id, revision.value(), concluder.unread(id), of), false));
    }

    /** Every stored deployment's answer for one model, in the order of their keys, with permitted alternatives. */
    public List<VerdictDocument> all(Catalog.Judged model, boolean showValues) {
        var current = facts.current();
        var others = alternatives.of(model);
        var all = new ArrayList<VerdictDocument>();
        for (var deployment : current.deployments()) {
            all.add(judge.judge(
                    model.model(),
                    model.revision(),
                    model.conclusion(),
                    Judge.Case.of(current, deployment, showValues),
                    others));
        }
        return all;
    }

    /** @param local whether the imported model of that name is meant: of that, the state that stands for it now */
    Optional<Catalog.Judged> judged(RepoId model, Revision revision, boolean local) {
        return local
                ? catalog.find(LocalCatalog.SOURCE, new ModelId(model.value()), Optional.empty())
                : judged(model, revision);
    }

    /** What stands for a model that is only stated. */
    Optional<Catalog.Judged> stated(RepoId model) {
        return catalog.findStated(new ModelId(model.value()));
    }

    /** A branch means the newest commit on record; a commit means itself. */
    Optional<Catalog.Judged> judged(RepoId model, Revision revision) {
        var id = new ModelId(model.value());
        return catalog.find(id, revision.isCommit() ? Optional.of(revision.value()) : Optional.empty());
    }

    /** The problem that names the deployments on record. */
    public static RuntimeException unknownDeployment(DeploymentKey key, CurrentFacts current) {
        return new RegistryProblem.Malformed(
                        "deployment",
                        key.value(),
                        "use one of "
                                + String.join(
                                        ", ",
                                        current.deployments().stream()
                                                .map(d -> d.deployment().key().value())
                                                .toList()))
                .asException();
    }
}
