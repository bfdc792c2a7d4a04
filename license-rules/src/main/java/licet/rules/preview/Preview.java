package licet.rules.preview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import licet.rules.verdict.Answer;

/**
 * What a portfolio would look like under another policy, or with other facts.
 *
 * @param flips items whose answer would be another one, refusals first
 * @param otherReasons items whose answer would stay and whose reasons would not
 * @param same how many models would notice nothing
 * @param evaluated how many different pairs of profile and deployment were evaluated
 * @param before how many models have each answer today; an answer that none has may be left out
 */
public record Preview(List<Flip> flips, List<Flip> otherReasons, long same, int evaluated, Map<Answer, Long> before) {
    private static final Comparator<Flip> ORDER = Comparator.comparing(Flip::to)
            .thenComparing(Flip::from)
            .thenComparing(flip -> flip.item().deployment().key());

    public Preview {
        flips = flips.stream().sorted(ORDER).toList();
        otherReasons = otherReasons.stream().sorted(ORDER).toList();
        before = Map.copyOf(before);
    }

    /** How many models would have this answer. */
    public long after(Answer answer) {
        long left = 0;
        long come = 0;
        for (var flip : flips) {
            left += flip.from() == answer ? flip.item().models() : 0;
            come += flip.to() == answer ? flip.item().models() : 0;
        }
        return before.getOrDefault(answer, 0L) - left + come;
    }

    /** How many models would flip from one answer to another. */
    public long models(Answer from, Answer to) {
        return flips.stream()
                .filter(flip -> flip.from() == from && flip.to() == to)
                .mapToLong(flip -> flip.item().models())
                .sum();
    }
}
