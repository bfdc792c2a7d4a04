package licet.rules.change;

import java.util.List;
import licet.rules.verdict.Answer;

/**
 * The smallest changes that give a better answer.
 *
 * @param flips single changes, or pairs where no single one is enough; none when the answer is ALLOW already or out of
 *     reach
 * @param complete false when the number of evaluations was bounded before every pair was tried
 */
public record Flips(List<Flip> flips, boolean complete) {
    public static final Flips NONE = new Flips(List.of(), true);

    public Flips {
        flips = List.copyOf(flips);
    }

    /** @param answer what the evaluator says once all of {@code changes} are made */
    public record Flip(List<Change> changes, Answer answer) {
        public Flip {
            changes = List.copyOf(changes);
        }
    }
}
