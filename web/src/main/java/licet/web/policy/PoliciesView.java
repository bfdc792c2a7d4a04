package licet.web.policy;

import java.util.List;
import java.util.Optional;
import licet.registry.policy.PolicyVersion;
import licet.registry.policy.ReadyPolicies;

/**
 * All policies.
 *
 * @param waiting drafts that another person has to look at
 * @param ready texts to begin from
 * @param author whether the reader may write
 */
public record PoliciesView(
        Optional<PolicyVersion> inForce,
        List<PolicyVersion> waiting,
        List<PolicyVersion> versions,
        List<ReadyPolicies.Ready> ready,
        boolean author) {
    public PoliciesView {
        waiting = List.copyOf(waiting);
        versions = List.copyOf(versions);
        ready = List.copyOf(ready);
    }
}
