package licet.registry.clearing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.catalog.Catalog;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.Identification;
import licet.rules.lineage.ModelEvidence;

/**
 * Equal evidence that leaves something to people, as it stands at one of the models that have it.
 *
 * @param key identity of the evidence
 * @param open false where it is answered for this model
 * @param artifacts whose license is asked for
 * @param sources what is said about the license
 * @param nearMiss how a text differs from the closest known one
 * @param hints signs of an origin
 * @param terms what stands behind a finding about known terms
 */
public record CaseFile(
        QuestionKind kind,
        String key,
        boolean open,
        Catalog.Judged model,
        Set<Artifact> artifacts,
        List<Evidence> sources,
        Optional<Identification.NearMiss> nearMiss,
        List<ModelEvidence.Hint> hints,
        Optional<Terms> terms) {
    public CaseFile {
        artifacts = licet.rules.facts.Ordered.copy(artifacts);
        sources = List.copyOf(sources);
        hints = List.copyOf(hints);
    }

    /** @param subjects ids of the findings that a clearing would lift */
    public record Terms(Set<String> subjects, List<EvidenceRef> evidence) {
        public Terms {
            subjects = licet.rules.facts.Ordered.copy(subjects);
            evidence = List.copyOf(evidence);
        }
    }
}
