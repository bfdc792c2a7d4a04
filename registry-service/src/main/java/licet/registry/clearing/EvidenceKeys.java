package licet.registry.clearing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ids;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Developers;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Relation;

/**
 * The identity of evidence, by which copies are known and changes are seen.
 *
 * <p>A text is itself, wherever it lies. Words alone can mean one thing to one publisher and another thing to the next, so
 * they count together with who says them, or with the whole card in which they stand, as a mirror has it.
 */
final class EvidenceKeys {
    private final Developers developers;

    EvidenceKeys(Developers developers) {
        this.developers = developers;
    }

    /**
     * Of what is said about a license.
     *
     * @param version whether the words leave open which of several versions they mean, which differs from model to model
     */
    List<String> license(ModelEvidence evidence, Statement.Said said, boolean version) {
        if (said.text()) {
            return List.of(key("license", "text", said.words()));
        }
        var origin = copied(evidence).orElse(evidence.model());
        var keys = new ArrayList<String>();
        keys.add(key("license", version || !said.specific() ? model(origin) : publisher(origin), said.words()));
        said.card().ifPresent(card -> keys.add(key("license", "card:" + card, said.words())));
        return keys;
    }

    /**
     * Of signs of an origin: what a card says in words. Tags and equal files are the same in thousands of repositories,
     * so where there is nothing else the question is that of one model.
     */
    List<String> lineage(ModelEvidence evidence) {
        var prose = evidence.hints().stream().filter(EvidenceKeys::isProse).toList();
        var words = new TreeSet<String>();
        prose.forEach(hint -> words.add(hint(hint)));
        if (words.isEmpty()) {
            return List.of(key("lineage", model(evidence.model()), words));
        }
        var keys = new ArrayList<String>();
        keys.add(key("lineage", publisher(evidence.model()), words));
        prose.getFirst().at().sha256().ifPresent(card -> keys.add(key("lineage", "card:" + card, words)));
        return keys;
    }

    /** Of the evidence behind a finding that an instrument lifts. */
    static String terms(SortedSet<String> subjects, SortedSet<String> identities) {
        var words = new TreeSet<>(identities);
        subjects.forEach(subject -> words.add("subject " + subject));
        return key("terms", "evidence", words);
    }

    /** Of one hint: what it says, wherever it stands. */
    static String hint(ModelEvidence.Hint hint) {
        String named = hint.named().map(EvidenceKeys::model).orElse("");
        EvidenceRef at = hint.at();
        String said = hint.kind() == ModelEvidence.Hint.Kind.EQUAL_HASH
                ? at.sha256().orElseGet(() -> at.passage().orElse(at.file()))
                : at.passage().orElse(at.file());
        return Ids.of(hint.kind()) + " " + named + " " + said;
    }

    private static boolean isProse(ModelEvidence.Hint hint) {
        return switch (hint.kind()) {
            case ORIGIN_STATEMENT, LINKED_MODEL, NAMED_BASE ->
                hint.at().passage().isPresent();
            case ARCHITECTURE_TAG, EQUAL_HASH -> false;
        };
    }

    /** The model of which this one says that it is a quantized copy: what it repeats are the words of that one. */
    private static Optional<ModelId> copied(ModelEvidence evidence) {
        var quantized = evidence.parents().stream()
                .filter(parent -> parent.relation() == Relation.QUANTIZED)
                .map(ModelEvidence.Parent::model)
                .toList();
        return quantized.size() == 1 ? Optional.of(quantized.getFirst()) : Optional.empty();
    }

    private static String model(ModelId model) {
        return "model:" + model.value().toLowerCase(java.util.Locale.ROOT);
    }

    private String publisher(ModelId model) {
        return "publisher:" + developers.developerOf(model);
    }

    private static String key(String about, String anchor, SortedSet<String> words) {
        var all = new ArrayList<String>();
        all.add(about);
        all.add(anchor);
        all.addAll(words);
        return CanonicalJson.digest(all);
    }
}
