package licet.registry.change;

import jakarta.inject.Singleton;
import licet.registry.decision.VerdictTable;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.CurrentFacts.VersionedDeployment;
import licet.registry.fact.Facts;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.format.DeploymentYaml;

/** Changes of deployments: read, shown in advance, saved as a new version. */
@Singleton
public class DeploymentChanges {
    private final Facts facts;
    private final FactPreviews previews;
    private final VerdictTable answers;

    DeploymentChanges(Facts facts, FactPreviews previews, VerdictTable answers) {
        this.facts = facts;
        this.previews = previews;
        this.answers = answers;
    }

    /** The deployment of that key as it holds now. */
    public VersionedDeployment get(String key) {
        return facts.current().deployments().stream()
                .filter(stored -> stored.deployment().key().value().equals(key))
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.NotFound("deployment", key).asException());
    }

    public CurrentFacts current() {
        return facts.current();
    }

    /**
     * Reads a deployment as JSON, which is read like a file. Every problem names its field.
     *
     * @param text with the fields of {@link DeploymentYaml}
     */
    public Deployment parse(String text) {
        var deployment = FieldProblems.read(() -> DeploymentYaml.parse("deployment", text));
        var organization = facts.current().organization().organization();
        if (organization.find(deployment.licensee()).isEmpty()) {
            throw FieldProblems.at(
                    "/licensee",
                    deployment.licensee().value(),
                    "is no entity of the organization; use one of "
                            + String.join(
                                    ", ",
                                    organization.entities().stream()
                                            .map(entity -> entity.key().value())
                                            .toList()));
        }
        return deployment;
    }

    public FactPreview preview(Deployment proposed, boolean showValues) {
        return previews.of(proposed, showValues);
    }

    /**
     * @param from the version from which the change started; 0 for a new deployment
     * @return the version that holds now
     */
    public int save(Deployment deployment, int from, Actor actor) {
        int version = facts.saveDeployment(deployment, from, actor);
        // Lists would say NEEDS until the next turn of the task that does the same.
        answers.fill();
        return version;
    }

    /** Whether the key is free for a new deployment. */
    public boolean isFree(DeploymentKey key) {
        return facts.current().find(key).isEmpty();
    }
}
