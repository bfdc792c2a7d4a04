package licet.rules.lineage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ids;

/**
 * What Licet concludes from the evidence of one model and its ancestors.
 *
 * @param bindings where the evidence behind each role of the profile stands, for citing
 */
public record Conclusion(Lineage lineage, Profile profile, Bindings bindings) {

    /** In one word how much of the origin is known: the gravest gap, or {@code declared}, or {@code none}. */
    public String lineageState() {
        var gaps = profile.lineageGaps();
        if (!gaps.isEmpty()) {
            return Ids.of(gaps.getFirst());
        }
        return lineage.nodes().size() > 1 ? "declared" : "none";
    }

    /** Evidence by role, so that an assessment shared by many models can be cited for each of them. */
    public record Bindings(Map<String, Bound> byRole) {
        private static final String WEIGHTS = "/" + Ids.of(Artifact.WEIGHTS);
        private static final String RELAXES_BASE = "lineage/relaxes-base";
        public static final Bindings NONE = new Bindings(Map.of());

        public Bindings {
            byRole = Map.copyOf(byRole);
        }

        /** The model that the evidence is about; nothing where there is none. */
        public Optional<ModelId> judged() {
            return byRole.values().stream()
                    .filter(bound -> !bound.via().isEmpty())
                    .map(bound -> bound.via().getFirst())
                    .findAny();
        }

        /** Hashes of the files that the judged model shows as the license of its weights; its card is none. */
        public SortedSet<String> texts() {
            var own = new TreeSet<String>();
            var bound = of("self" + WEIGHTS);
            bound.evidence().stream()
                    .filter(at -> bound.via().contains(at.model()) && !at.citesCard())
                    .forEach(at -> at.sha256().ifPresent(own::add));
            return own;
        }

        public Bound of(String role) {
            return Optional.ofNullable(byRole.get(role))
                    .orElseGet(() -> role.equals(RELAXES_BASE) ? claims() : Bound.NOTHING);
        }

        /** Whether a file with this hash is among the evidence. */
        public boolean shows(String sha256) {
            return byRole.values().stream()
                    .flatMap(bound -> bound.evidence().stream())
                    .anyMatch(at -> at.sha256().filter(sha256::equals).isPresent());
        }

        /** What the model says of its weights, held against what all its ancestors say of theirs. */
        private Bound claims() {
            return byRole.keySet().stream()
                    .filter(role -> role.endsWith(WEIGHTS))
                    .sorted(Comparator.comparing((String role) -> !role.equals("self" + WEIGHTS))
                            .thenComparing(Comparator.naturalOrder()))
                    .map(byRole::get)
                    .reduce(Bound::and)
                    .orElse(Bound.NOTHING);
        }
    }

    /** @param via models from the judged model to the node where the evidence stands, both included */
    public record Bound(List<EvidenceRef> evidence, List<ModelId> via) {
        static final Bound NOTHING = new Bound(List.of(), List.of());

        public Bound {
            evidence = List.copyOf(evidence);
            via = List.copyOf(via);
        }

        Bound and(Bound other) {
            var all = new java.util.LinkedHashSet<>(evidence);
            all.addAll(other.evidence);
            return new Bound(List.copyOf(all), via);
        }
    }
}
