package licet.registry.instrument;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import licet.rules.format.CanonicalJson;
import licet.rules.license.LicenseKey;
import licet.rules.verdict.Instrument;
import licet.rules.verdict.Reach;

/**
 * What a paper says.
 *
 * @param party the licensor of an agreement, who accepted, or whose reading it is
 * @param statement what was agreed, with whom the text was accepted, or the reading itself
 * @param text key of the license, use policy or rule that it is about; with it, or with its hash, a text is fixed
 * @param textSha256 of the bytes of the text, 64 hex digits in lower case
 * @param lifts ids of findings, as verdicts call them
 * @param from first moment at which it acts; {@code until} is the first at which it no longer does
 */
public record PaperContent(
        PaperKind kind,
        String title,
        String party,
        String statement,
        Optional<String> text,
        Optional<String> textSha256,
        SortedSet<String> lifts,
        Reach reach,
        Instant from,
        Optional<Instant> until) {
    public PaperContent {
        lifts = new TreeSet<>(lifts);
    }

    /**
     * What the audit log vouches for. A party can be a person, whose name is erased one day; a licensor is none of ours.
     */
    String digest() {
        return CanonicalJson.digest(
                kind == PaperKind.AGREEMENT
                        ? this
                        : new PaperContent(kind, title, "", statement, text, textSha256, lifts, reach, from, until));
    }

    /** As the evaluator takes it. */
    public Instrument instrument(String id) {
        return new Instrument(id, kind.lifting(), lifts, reach, from, until, accepted());
    }

    /** The text of the other kinds is part of the ids that they name. */
    private Optional<Instrument.Text> accepted() {
        return switch (kind) {
            case ACCEPTANCE -> Optional.of(new Instrument.Text(text.map(LicenseKey::new), textSha256));
            case AGREEMENT, LEGAL_POSITION -> Optional.empty();
        };
    }
}
