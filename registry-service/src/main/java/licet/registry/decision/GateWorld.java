package licet.registry.decision;

import java.util.Optional;
import licet.registry.fact.CurrentFacts;
import licet.registry.instrument.InForce;
import licet.rules.facts.DeploymentKey;

/**
 * Everything besides the models that answers are made from, as one reading found it.
 *
 * @param epoch number of the changes up to which it was read
 */
record GateWorld(
        long epoch,
        CurrentFacts facts,
        InForce papers,
        ApprovedRevisions.Reading approved,
        Retirements.Reading retirements) {
    /** The versions that went into an answer. */
    record Versions(int deployment, int organization, String policy, int policyVersion) {}

    Optional<Versions> versions(DeploymentKey key) {
        var policy = facts.policy().policy();
        return facts.find(key)
                .map(use ->
                        new Versions(use.version(), facts.organization().version(), policy.key(), policy.version()));
    }
}
