package licet.registry.fact;

import java.util.List;
import java.util.Optional;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.Organization;
import licet.rules.policy.CompiledPolicy;

/** Everything a verdict needs besides the model, each with its version: one consistent reading. */
public record CurrentFacts(
        List<VersionedDeployment> deployments, VersionedOrganization organization, CompiledPolicy policy) {
    public CurrentFacts {
        deployments = List.copyOf(deployments);
    }

    public record VersionedDeployment(Deployment deployment, int version) {}

    public record VersionedOrganization(Organization organization, int version) {}

    public Optional<VersionedDeployment> find(DeploymentKey key) {
        return deployments.stream()
                .filter(candidate -> candidate.deployment().key().equals(key))
                .findFirst();
    }
}
