package licet.rules.lineage;

import java.util.List;
import java.util.Optional;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;

/**
 * Everything that the evidence of one (model, revision) says about license and origin.
 *
 * @param parents declared edges
 * @param hints prose, tags and equal hashes that name an origin without declaring it
 */
public record ModelEvidence(
        ModelId model, String revision, Traits traits, List<Evidence> license, List<Parent> parents, List<Hint> hints) {
    public ModelEvidence {
        license = List.copyOf(license);
        parents = List.copyOf(parents);
        hints = List.copyOf(hints);
    }

    /** A declared edge to a base model. */
    public record Parent(ModelId model, Relation relation, EvidenceRef at) {}

    /** A sign of an origin that no edge declares. */
    public record Hint(Kind kind, Optional<ModelId> named, EvidenceRef at) {
        public enum Kind {
            LINKED_MODEL,
            NAMED_BASE,
            ORIGIN_STATEMENT,
            ARCHITECTURE_TAG,
            EQUAL_HASH
        }
    }
}
