package licet.registry.approval;

import java.util.Optional;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;

/**
 * What somebody has to run before people can decide.
 *
 * @param source where the model comes from; empty for the Hub of this instance
 * @param revision a commit; empty for what stands for the model now
 * @param hours for how long, at least 1
 * @param reason 1 to 4,000 characters
 */
public record Emergency(
        Optional<String> source,
        ModelId model,
        Optional<String> revision,
        DeploymentKey deployment,
        int hours,
        String reason) {
    public Emergency {
        reason = NewRequest.words("/reason", reason);
        if (hours < 1) {
            throw new RegistryProblem.Malformed("/hours", Integer.toString(hours), "give 1 hour or more").asException();
        }
    }
}
