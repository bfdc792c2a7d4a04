package licet.rules.preview;

import java.util.Comparator;
import java.util.List;
import licet.rules.verdict.Answer;

/**
 * What a portfolio would look like under another policy.
 *
 * @param flips items whose answer would be another one, refusals first
 * @param otherReasons items whose answer would stay and whose reasons would not
 * @param same how many models would notice nothing
 * @param evaluated how many different pairs of profile and deployment were evaluated
 */
public record Preview(List<Flip> flips, List<Flip> otherReasons, long same, int evaluated) {
    private static final Comparator<Flip> ORDER = Comparator.comparing(Flip::to)
            .thenComparing(Flip::from)
            .thenComparing(flip -> flip.item().deployment().key());

    public Preview {
        flips = flips.stream().sorted(ORDER).toList();
        otherReasons = otherReasons.stream().sorted(ORDER).toList();
    }

    /** How many models would flip from one answer to another. */
    public long models(Answer from, Answer to) {
        return flips.stream()
                .filter(flip -> flip.from() == from && flip.to() == to)
                .mapToLong(flip -> flip.item().models())
                .sum();
    }
}
