package licet.rules.verdict;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Country;
import licet.rules.facts.Deployment;
import licet.rules.facts.DeploymentKey;
import licet.rules.facts.EntityKey;
import licet.rules.facts.Ordered;
import licet.rules.license.Act;
import licet.rules.lineage.Conclusion;

/**
 * How far an instrument reaches; an empty set is no limit of that kind. Nothing is lifted outside of it.
 *
 * @param licensees entities that an agreement or acceptance names
 * @param models models that it names: the judged one or the one at the finding's node
 * @param acts acts that it covers; a use with any other act, or with one that nobody has answered for, is outside
 * @param places countries in which it covers use
 * @param evidence identities of the evidence that a clearing was given for; other evidence reopens it
 * @param basis digest of the {@link Basis} that people decided on; on any other nothing is lifted
 */
public record Reach(
        Set<DeploymentKey> deployments,
        Set<EntityKey> licensees,
        Set<ModelId> models,
        Set<Act> acts,
        Set<Country> places,
        Set<String> evidence,
        Optional<String> basis) {
    public static final Reach EVERYWHERE = new Reach(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** One that no decision of people limits further. */
    public Reach(
            Set<DeploymentKey> deployments,
            Set<EntityKey> licensees,
            Set<ModelId> models,
            Set<Act> acts,
            Set<Country> places,
            Set<String> evidence) {
        this(deployments, licensees, models, acts, places, evidence, Optional.empty());
    }

    public Reach {
        deployments = Ordered.copy(deployments);
        licensees = Ordered.copy(licensees);
        models = Ordered.copy(models);
        acts = Ordered.copy(acts);
        places = Ordered.copy(places);
        evidence = Ordered.copy(evidence);
    }

    /**
     * What of a deployment an instrument's reach is held against.
     *
     * @param acts acts that are done or that nobody has answered for
     * @param places countries of use, empty where they are not known
     */
    public record Use(
            DeploymentKey deployment, EntityKey licensee, Set<Act> acts, Optional<SortedSet<Country>> places) {
        public Use {
            acts = Ordered.copy(acts);
        }

        static Use of(Deployment deployment) {
            var acts = new TreeSet<>(deployment.acts().done());
            acts.addAll(deployment.acts().unknown());
            return new Use(
                    deployment.key(),
                    deployment.licensee(),
                    acts,
                    deployment.places().use().find());
        }
    }

    /** Whether it was given for nothing less than this. */
    boolean standsOn(String current) {
        return basis.map(current::equals).orElse(true);
    }

    /** A basis names its model itself, also where a finding has no place in the lineage, as those of a policy. */
    boolean covers(Use use, Conclusion.Bound at) {
        return admits(deployments, use.deployment())
                && admits(licensees, use.licensee())
                && (models.isEmpty() || basis.isPresent() || at.via().stream().anyMatch(models::contains))
                && (acts.isEmpty() || acts.containsAll(use.acts()))
                && (places.isEmpty() || use.places().map(places::containsAll).orElse(false))
                && (evidence.isEmpty()
                        || evidence.equals(Ordered.copy(at.evidence().stream()
                                .map(EvidenceRef::identity)
                                .collect(java.util.stream.Collectors.toSet()))));
    }

    private static <T> boolean admits(Set<T> limit, T value) {
        return limit.isEmpty() || limit.contains(value);
    }
}
