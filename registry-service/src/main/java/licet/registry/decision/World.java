package licet.registry.decision;

import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.policy.CompiledPolicy;

/** Everything that profiles are judged by in one deployment, as it is or as somebody proposes it. */
public record World(Deployment deployment, Organization organization, CompiledPolicy policy) {
    /** The same deployment before and after a change; the facts and the policy can both be others. */
    public record Pair(World before, World after) {}
}
