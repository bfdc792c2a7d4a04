package licet.rules.lineage;

import java.time.LocalDate;
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
 * @param made UTC day on which the model was made from its parents, where it is known
 */
public record ModelEvidence(
        ModelId model,
        String revision,
        Traits traits,
        List<Evidence> license,
        List<Parent> parents,
        List<Hint> hints,
        Optional<LocalDate> made) {
    public ModelEvidence {
        license = List.copyOf(license);
        parents = List.copyOf(parents);
        hints = List.copyOf(hints);
    }

    /** Evidence that does not say when the model was made. */
    public ModelEvidence(
            ModelId model,
            String revision,
            Traits traits,
            List<Evidence> license,
            List<Parent> parents,
            List<Hint> hints) {
        this(model, revision, traits, license, parents, hints, Optional.empty());
    }

    /**
     * A declared edge to a base model.
     *
     * @param revision of the base from which the model was made, where the declaration names it
     */
    public record Parent(ModelId model, Relation relation, EvidenceRef at, Optional<String> revision) {
        /** An edge that names no revision. */
        public Parent(ModelId model, Relation relation, EvidenceRef at) {
            this(model, relation, at, Optional.empty());
        }
    }

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
