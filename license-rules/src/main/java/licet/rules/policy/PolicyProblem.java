package licet.rules.policy;

import java.util.List;
import licet.rules.SourceText;

/** A policy that cannot be used, with everything that is wrong with it. */
public final class PolicyProblem extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public PolicyProblem(String policy, List<Problem> problems) {
        super(policy + ": "
                + String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param where the rule or test, for example {@code rule no-flagged-files}
     * @param line in the policy's file, counted from 1
     * @param column counted from 1
     * @param what is wrong
     * @param mend what to write instead
     */
    public record Problem(String where, int line, int column, String what, String mend) {
        static Problem at(SourceText.Place place, String where, String what, String mend) {
            return new Problem(where, place.line(), place.column(), what, mend);
        }

        /** As a person reads it: {@code 12:9: rule no-flagged-files: what is wrong; mend}. */
        @Override
        public String toString() {
            return "%d:%d: %s: %s; %s".formatted(line, column, where, what, mend);
        }
    }
}
