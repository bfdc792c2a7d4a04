package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Optional;
import licet.registry.catalog.Catalog;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;

/** Brings before people what they decide on. */
@Singleton
public class Deliberations {
    private final Catalog catalog;
    private final Facts facts;
    private final Judge judge;

    Deliberations(Catalog catalog, Facts facts, Judge judge) {
        this.catalog = catalog;
        this.facts = facts;
        this.judge = judge;
    }

    /**
     * @param source where the model comes from: a Hub, or {@code local}
     * @param revision a commit; empty for what stands for the model now
     * @throws licet.registry.platform.problem.ProblemException where model or deployment are not on record
     */
    public Deliberation now(String source, ModelId model, Optional<String> revision, DeploymentKey deployment) {
        return find(source, model, revision, deployment)
                .orElseThrow(() -> new RegistryProblem.NotFound("model", model.value()).asException());
    }

    /** Empty where nothing is on record of that revision any more; the deployment has to be. */
    public Optional<Deliberation> find(
            String source, ModelId model, Optional<String> revision, DeploymentKey deployment) {
        var current = facts.current();
        var stored = current.find(deployment).orElseThrow(() -> Verdicts.unknownDeployment(deployment, current));
        return catalog.find(source, model, revision).map(found -> of(found, stored, current));
    }

    /** What stands for a model now; empty where model or deployment are not on record any more. */
    public Optional<Deliberation> inDeployment(long modelId, DeploymentKey deployment) {
        var current = facts.current();
        return current.find(deployment)
                .flatMap(stored -> catalog.findCurrent(modelId).map(found -> of(found, stored, current)));
    }

    private Deliberation of(Catalog.Judged found, CurrentFacts.VersionedDeployment stored, CurrentFacts current) {
        var considered = judge.consider(found.conclusion(), Judge.Case.of(current, stored, true));
        var policy = current.policy().policy();
        return new Deliberation(
                found,
                stored.deployment().key(),
                considered.verdict(),
                considered.basis(),
                considered.waivable(),
                policy.key(),
                policy.version(),
                policy.workflow());
    }
}
