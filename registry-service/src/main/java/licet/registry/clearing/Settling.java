package licet.registry.clearing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Evidence;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Relation;

/** What a conclusion of people adds to evidence and takes from it. */
final class Settling {
    private Settling() {}

    static ModelEvidence with(
            ModelEvidence evidence,
            List<Evidence> license,
            List<ModelEvidence.Parent> parents,
            List<ModelEvidence.Hint> hints) {
        return new ModelEvidence(
                evidence.model(), evidence.revision(), evidence.traits(), license, parents, hints, evidence.made());
    }

    /** @param open artifacts of which the question is */
    static List<Evidence> licenses(Concluded.License concluded, Set<Artifact> open, EvidenceRef at) {
        var all = new ArrayList<Evidence>();
        concluded.licenses().forEach((artifact, license) -> {
            if (open.contains(artifact)) {
                all.add(new Evidence.Settled(
                        at, Evidence.Settled.By.CLEARING, new TreeSet<>(List.of(artifact)), license));
            }
        });
        return all;
    }

    /** @param about the model at which people looked */
    static ModelEvidence lineage(ModelEvidence evidence, Concluded.Lineage concluded, ModelId about, EvidenceRef at) {
        Set<String> declared = new HashSet<>();
        evidence.parents().forEach(parent -> declared.add(key(parent.model(), parent.relation())));
        var origins = isCopy(evidence, about) ? List.of(copyOf(about)) : concluded.parents();
        var added = origins.stream()
                .filter(origin -> declared.add(key(origin.model(), origin.relation())))
                .map(origin -> new ModelEvidence.Parent(origin.model(), origin.relation(), at, origin.revision()));
        return with(
                evidence,
                evidence.license(),
                Stream.concat(evidence.parents().stream(), added).toList(),
                evidence.hints().stream()
                        .filter(hint -> !concluded.hints().contains(EvidenceKeys.hint(hint)))
                        .toList());
    }

    /** Whoever says the same and has files of that very model made a copy of it: its terms bind, and its origin. */
    private static boolean isCopy(ModelEvidence evidence, ModelId about) {
        return !same(evidence.model(), about)
                && evidence.hints().stream()
                        .filter(hint -> hint.kind() == ModelEvidence.Hint.Kind.EQUAL_HASH)
                        .flatMap(hint -> hint.named().stream())
                        .anyMatch(named -> same(named, about));
    }

    private static Concluded.Origin copyOf(ModelId original) {
        return new Concluded.Origin(original, Relation.UNSPECIFIED, Optional.empty());
    }

    private static boolean same(ModelId left, ModelId right) {
        return left.value().equalsIgnoreCase(right.value());
    }

    private static String key(ModelId model, Relation relation) {
        return model.value().toLowerCase(Locale.ROOT) + " " + relation;
    }
}
