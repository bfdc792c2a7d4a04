package licet.web.compare;

import java.util.List;
import java.util.Optional;
import licet.registry.fact.CurrentFacts;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.DeploymentKey;

/** One deployment to look from. */
public record DeploymentChoice(String key, String name, boolean chosen) {

    /** All of them, in the order of their keys. */
    static List<DeploymentChoice> of(CurrentFacts facts, DeploymentKey chosen) {
        return facts.deployments().stream()
                .map(versioned -> versioned.deployment())
                .map(one -> new DeploymentChoice(
                        one.key().value(), one.name(), one.key().equals(chosen)))
                .toList();
    }

    /** The one that is asked for, or else the first. */
    static DeploymentKey chosen(CurrentFacts facts, Optional<DeploymentKey> asked) {
        return asked.or(() -> facts.deployments().stream()
                        .findFirst()
                        .map(first -> first.deployment().key()))
                .orElseThrow(() -> new RegistryProblem.NotFound("deployment", "").asException());
    }
}
