package licet.rules.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.rules.Knowledge;

/**
 * A policy held against the knowledge, with how each of its own tests came out.
 *
 * @param compiled present when nothing is wrong
 * @param trials in the order of the file
 */
public record PolicyCheck(Optional<CompiledPolicy> compiled, List<PolicyProblem.Problem> problems, List<Trial> trials) {
    public PolicyCheck {
        problems = List.copyOf(problems);
        trials = List.copyOf(trials);
    }

    /** @param line of its name in the file */
    public record Trial(String name, int line, Result result) {}

    public enum Result {
        PASSED,
        FAILED,
        /** Rules that are wrong themselves cannot be tried. */
        NOT_RUN
    }

    public static PolicyCheck of(Policy policy, Knowledge knowledge) {
        var problems = new ArrayList<PolicyProblem.Problem>();
        var compiled = CompiledPolicy.compile(policy, knowledge, problems);
        boolean runs = problems.isEmpty();
        var trials = new ArrayList<Trial>();
        for (var trial : policy.tests()) {
            int before = problems.size();
            if (runs) {
                new TrialRun(compiled, trial).run(problems);
            }
            var result = !runs ? Result.NOT_RUN : problems.size() == before ? Result.PASSED : Result.FAILED;
            trials.add(new Trial(trial.name().text(), trial.name().start().line(), result));
        }
        return new PolicyCheck(problems.isEmpty() ? Optional.of(compiled) : Optional.empty(), problems, trials);
    }
}
