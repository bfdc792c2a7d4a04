package licet.rules.evidence;

import java.util.Optional;

/**
 * Where one piece of evidence stands.
 *
 * @param file path inside the repository, or {@code api} for what the Hub's model info says
 * @param sha256 of the file's content when it was read
 * @param line 1-based line of the passage
 * @param passage the passage itself where it is short and held
 */
public record EvidenceRef(
        ModelId model,
        String revision,
        String file,
        Optional<String> sha256,
        Optional<Integer> line,
        Optional<String> passage) {

    private static final String CLEARING = "clearing:";
    private static final String CARD = "README.md";

    /**
     * What people concluded, cited like any other evidence.
     *
     * @param id of the clearing
     * @param words who concluded it, when and why
     */
    public static EvidenceRef ofClearing(ModelId model, String revision, String id, String words) {
        return new EvidenceRef(model, revision, CLEARING + id, Optional.empty(), Optional.empty(), Optional.of(words));
    }

    /** Id of the clearing that this cites; empty for what stands in a repository. */
    public Optional<String> findClearing() {
        return file.startsWith(CLEARING) && sha256.isEmpty()
                ? Optional.of(file.substring(CLEARING.length()))
                : Optional.empty();
    }

    /** Whether it is the card, which says much besides the license and changes often. */
    public boolean citesCard() {
        return file.equals(CARD);
    }

    /** What a clearing pins: the content that was read, or the passage where a source has no hash of its own. */
    public String identity() {
        return sha256.orElseGet(() -> file + "#" + passage.orElse(""));
    }

    /** The same place with the words that stand there. */
    EvidenceRef withPassage(String words) {
        return new EvidenceRef(model, revision, file, sha256, line, Optional.of(words));
    }
}
