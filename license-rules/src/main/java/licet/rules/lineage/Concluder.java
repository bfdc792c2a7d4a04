package licet.rules.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;
import licet.rules.license.LicenseKey;

/**
 * Concludes the license of each artifact of a model and joins its ancestors to it.
 *
 * <p>Pure: parents are handed in as already concluded lineages, one or several of different times.
 */
public final class Concluder {
    /** Longer chains are real only as mistakes or attacks; they are shown as a gap, never cut silently. */
    static final int MAX_DEPTH = 64;

    static final int MAX_NODES = 500;

    private final Function<List<Evidence>, Map<Artifact, Identification>> identifier;
    private final Developers developers;
    private final BiPredicate<String, LicenseKey> grantedBy;

    /**
     * @param grantedBy whether a developer is who grants under a text: somebody else's text cannot be replaced
     */
    public Concluder(
            Function<List<Evidence>, Map<Artifact, Identification>> identifier,
            Developers developers,
            BiPredicate<String, LicenseKey> grantedBy) {
        this.identifier = identifier;
        this.developers = developers;
        this.grantedBy = grantedBy;
    }

    /**
     * @param parents the lineage of a declared parent, empty when nothing is known of it
     */
    public Conclusion conclude(ModelEvidence evidence, Function<ModelId, Optional<Lineage>> parents) {
        return concludeOverTime(evidence, parent -> parents.apply(parent).map(History::of));
    }

    /**
     * Judges each parent by what stood when the model was made from it.
     *
     * @param parents what stood for a declared parent over time, empty when nothing is known of it
     */
    public Conclusion concludeOverTime(ModelEvidence evidence, Function<ModelId, Optional<History>> parents) {
        var lineage = lineageOf(evidence, parents);
        return new Conclusion(lineage, Profiles.of(lineage, evidence.traits(), developers), Profiles.bind(lineage));
    }

    /** What stands for a model of which nothing was read yet: it permits nothing. */
    public Conclusion unread(ModelId model) {
        var nothing = new Identification.Unread(new TreeSet<>(), List.of());
        var own = new Lineage.Node(
                List.of(),
                List.of(model),
                "",
                developers.developerOf(model),
                Modality.UNKNOWN,
                Map.of(Artifact.WEIGHTS, nothing),
                false);
        var lineage = new Lineage(List.of(own), List.of(), List.of());
        return new Conclusion(lineage, Profiles.of(lineage, Traits.UNKNOWN, developers), Profiles.bind(lineage));
    }

    private Lineage lineageOf(ModelEvidence evidence, Function<ModelId, Optional<History>> parents) {
        var own = new Lineage.Node(
                List.of(),
                List.of(evidence.model()),
                evidence.revision(),
                developers.developerOf(evidence.model()),
                evidence.traits().modality(),
                identifier.apply(evidence.license()),
                false);
        var growing = new Growing(own);
        evidence.parents().stream()
                .filter(parent -> !sameName(parent.model(), evidence.model()))
                .forEach(parent -> growing.add(
                        parent,
                        parents.apply(parent.model())
                                .flatMap(history -> history.binding(parent.revision(), evidence.made()))));
        var undeclared = new ArrayList<>(unanswered(evidence, growing));
        growing.hints.stream()
                .filter(hint -> hint.named().map(named -> !growing.knows(named)).orElse(true))
                .forEach(undeclared::add);
        return new Lineage(growing.nodes, growing.gaps, undeclared);
    }

    /** Hints that no declared ancestor answers. A hint at the developer's own model adds no foreign terms. */
    private List<ModelEvidence.Hint> unanswered(ModelEvidence evidence, Growing growing) {
        String own = growing.nodes.getFirst().developer();
        return evidence.hints().stream()
                .filter(hint -> hint.named()
                        .map(named -> !own.equals(developers.developerOf(named)) && !growing.knows(named))
                        .orElse(growing.isAlone()))
                .toList();
    }

    private static boolean sameName(ModelId left, ModelId right) {
        return left.value().equalsIgnoreCase(right.value());
    }

    /** Collects ancestors with their paths seen from the model that is being concluded. */
    private final class Growing {
        private final List<Lineage.Node> nodes = new ArrayList<>();
        private final List<Lineage.Gap> gaps = new ArrayList<>();

        /** What the ancestors' own evidence leaves open stays open for their descendants. */
        private final List<ModelEvidence.Hint> hints = new ArrayList<>();

        Growing(Lineage.Node own) {
            nodes.add(own);
        }

        void add(ModelEvidence.Parent parent, Optional<Lineage> lineage) {
            lineage.ifPresentOrElse(
                    known -> join(parent, known), () -> gaps.add(gap(parent, Lineage.Gap.Reason.NOT_READ)));
        }

        /** Whether an edge leads to this model, read or not. */
        boolean knows(ModelId model) {
            return nodes.stream().anyMatch(node -> sameName(node.model(), model))
                    || gaps.stream().anyMatch(gap -> sameName(gap.parent(), model));
        }

        boolean isAlone() {
            return nodes.size() == 1 && gaps.isEmpty();
        }

        private void join(ModelEvidence.Parent parent, Lineage lineage) {
            hints.addAll(lineage.undeclared());
            var own = nodes.getFirst();
            for (var node : lineage.nodes()) {
                if (sameName(node.model(), own.model())) {
                    gaps.add(gap(parent, Lineage.Gap.Reason.CYCLE));
                } else if (node.path().size() >= MAX_DEPTH || nodes.size() >= MAX_NODES) {
                    gaps.add(gap(parent, Lineage.Gap.Reason.TOO_DEEP));
                    return;
                } else {
                    nodes.add(below(own, parent, node));
                }
            }
            lineage.gaps()
                    .forEach(gap -> gaps.add(new Lineage.Gap(
                            prepend(parent.relation(), gap.path()), gap.parent(), seenFrom(own, gap), gap.at())));
        }

        /** An ancestor that could not read this very model closes a circle. */
        private static Lineage.Gap.Reason seenFrom(Lineage.Node own, Lineage.Gap gap) {
            return sameName(gap.parent(), own.model()) ? Lineage.Gap.Reason.CYCLE : gap.reason();
        }

        private Lineage.Node below(Lineage.Node own, ModelEvidence.Parent parent, Lineage.Node node) {
            boolean replaced = node.path().isEmpty() && isReplaced(node, own.developer());
            return new Lineage.Node(
                    prepend(parent.relation(), node.path()),
                    prepend(own.model(), node.via()),
                    node.revision(),
                    node.developer(),
                    node.modality(),
                    cited(parent.at(), node.identifications()),
                    node.superseded() || replaced);
        }

        /** Terms that follow from an origin that people concluded name them beside the text. */
        private static Map<Artifact, Identification> cited(EvidenceRef edge, Map<Artifact, Identification> found) {
            if (edge.findClearing().isEmpty()) {
                return found;
            }
            var cited = new TreeMap<Artifact, Identification>();
            found.forEach((artifact, each) -> cited.put(artifact, each.citing(edge)));
            return cited;
        }

        /** A developer's newer text replaces its own older one, but never terms that another licensor set. */
        private boolean isReplaced(Lineage.Node parent, String developer) {
            return parent.developer().equals(developer)
                    && parent.identifications().values().stream()
                            .flatMap(found -> found.candidates().stream())
                            .allMatch(license -> grantedBy.test(developer, license));
        }

        private static Lineage.Gap gap(ModelEvidence.Parent parent, Lineage.Gap.Reason reason) {
            return new Lineage.Gap(List.of(parent.relation()), parent.model(), reason, parent.at());
        }

        private static <T> List<T> prepend(T first, List<T> rest) {
            var all = new ArrayList<T>(rest.size() + 1);
            all.add(first);
            all.addAll(rest);
            return all;
        }
    }
}
