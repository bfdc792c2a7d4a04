package licet.rules.license.difference;

import licet.rules.license.Act;
import licet.rules.license.Clause;
import licet.rules.license.Grant;

/** One thing that a text says otherwise than another text; {@code before} is what the other one says. */
public sealed interface Difference {
    record GrantChanged(Act act, Grant before, Grant after) implements Difference {}

    record ClauseAdded(Clause clause) implements Difference {}

    record ClauseGone(Clause clause) implements Difference {}

    record ClauseChanged(Clause before, Clause after) implements Difference {}

    /** What the head of a text says: a closed list of words, or a name. */
    record HeadChanged(Part part, String before, String after) implements Difference {
        public enum Part {
            CLASS,
            TERMS,
            CONTROL,
            LICENSOR
        }
    }
}
