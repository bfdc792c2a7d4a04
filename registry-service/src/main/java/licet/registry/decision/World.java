package licet.registry.decision;

import java.util.List;
import licet.rules.facts.Deployment;
import licet.rules.facts.Organization;
import licet.rules.policy.CompiledPolicy;
import licet.rules.verdict.Instrument;

/**
 * Everything that profiles are judged by in one deployment, as it is or as somebody proposes it.
 *
 * @param more instruments that are not on record yet, beside those that are
 */
public record World(Deployment deployment, Organization organization, CompiledPolicy policy, List<Instrument> more) {
    public World {
        more = List.copyOf(more);
    }

    /** One with nothing but the instruments on record. */
    public World(Deployment deployment, Organization organization, CompiledPolicy policy) {
        this(deployment, organization, policy, List.of());
    }

    /** The same deployment before and after a change; the facts and the policy can both be others. */
    public record Pair(World before, World after) {}
}
