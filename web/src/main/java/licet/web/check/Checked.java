package licet.web.check;

import java.util.Optional;
import licet.rules.explain.VerdictDocument;

/**
 * One mention with its answer.
 *
 * @param verdict absent where there is none
 * @param sentence for people
 * @param page address of the answer for people, where it has one
 */
public record Checked(
        Reference reference,
        Outcome outcome,
        Optional<VerdictDocument> verdict,
        String sentence,
        Optional<String> page) {
    static Checked of(Reference reference, VerdictDocument verdict, Optional<String> page) {
        return new Checked(
                reference,
                Outcome.of(verdict.verdict(), verdict.permitted()),
                Optional.of(verdict),
                verdict.sentence(),
                page);
    }

    public static Checked failed(Reference reference, String why) {
        return new Checked(reference, Outcome.FAILED, Optional.empty(), why, Optional.empty());
    }

    static Checked unknown(Reference reference, String why) {
        return new Checked(reference, Outcome.NEEDS, Optional.empty(), why, Optional.empty());
    }

    /** Another mention of the same. */
    Checked at(Reference other) {
        return new Checked(other, outcome, verdict, sentence, page);
    }
}
