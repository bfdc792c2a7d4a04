package licet.rules.lineage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import licet.rules.Check;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;

/**
 * A model with all its known ancestors.
 *
 * @param nodes the model itself first, then ancestors from near to far
 * @param gaps declared parents of which nothing could be read
 * @param undeclared hints that no declared ancestor answers
 */
public record Lineage(List<Node> nodes, List<Gap> gaps, List<ModelEvidence.Hint> undeclared) {
    public Lineage {
        nodes = List.copyOf(nodes);
        gaps = List.copyOf(gaps);
        undeclared = List.copyOf(undeclared);
        Check.that(!nodes.isEmpty() && nodes.getFirst().path().isEmpty(), "a lineage begins with the model itself");
    }

    public Node own() {
        return nodes.getFirst();
    }

    /**
     * One model of the lineage.
     *
     * @param path relations from the model itself to this node; empty for the model itself
     * @param via models from the model itself to this node, both included
     * @param developer key of the developer, or {@code hub:<owner>} when the owner is not in the jurisdiction data
     * @param superseded whether a descendant by the same developer replaces this node's terms
     */
    public record Node(
            List<Relation> path,
            List<ModelId> via,
            String revision,
            String developer,
            Modality modality,
            Map<Artifact, Identification> identifications,
            boolean superseded) {
        public Node {
            path = List.copyOf(path);
            via = List.copyOf(via);
            identifications = Map.copyOf(identifications);
        }

        public ModelId model() {
            return via.getLast();
        }

        /** The path in its written form: {@code self}, or relations joined by {@code >}. */
        public String role() {
            return roleOf(path);
        }
    }

    /** A declared parent about which nothing is known. */
    public record Gap(List<Relation> path, ModelId parent, Reason reason, EvidenceRef at) {
        public enum Reason {
            NOT_READ,
            CYCLE,
            TOO_DEEP
        }
    }

    static String roleOf(List<Relation> path) {
        return path.isEmpty()
                ? "self"
                : path.stream().map(licet.rules.facts.Ids::of).collect(Collectors.joining(">"));
    }
}
