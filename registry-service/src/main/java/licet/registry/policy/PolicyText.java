package licet.registry.policy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.Knowledge;
import licet.rules.format.FormatException;
import licet.rules.format.PolicyYaml;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.Policy;
import licet.rules.policy.PolicyCheck;

/** Checks a text that somebody wrote: its form, its conditions, its own tests. */
@Singleton
public class PolicyText {
    private final Knowledge knowledge;

    PolicyText(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * @param policy present when the text could be read
     * @param compiled present when nothing is wrong
     */
    public record Checked(
            Optional<Policy> policy,
            Optional<CompiledPolicy> compiled,
            List<Flaw> flaws,
            List<PolicyCheck.Trial> trials) {
        public Checked {
            flaws = List.copyOf(flaws);
            trials = List.copyOf(trials);
        }

        /** Throws the problem with every flaw and its place. */
        CompiledPolicy demand() {
            return compiled.orElseThrow(() -> new RegistryProblem.Malformed(flaws.stream()
                            .map(flaw -> new FieldError("/source", null, flaw.toString()))
                            .toList())
                    .asException());
        }
    }

    /**
     * One thing that is wrong with a text.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    public record Flaw(int line, int column, String what) {
        @Override
        public String toString() {
            return "%d:%d: %s".formatted(line, column, what);
        }
    }

    /** @param version under which the text is or would be stored */
    public Checked check(String source, int version) {
        try {
            var policy = PolicyYaml.parse("policy.yaml", source.replace("\r\n", "\n"), version);
            var check = PolicyCheck.of(policy, knowledge);
            return new Checked(
                    Optional.of(policy),
                    check.compiled(),
                    check.problems().stream()
                            .map(problem -> new Flaw(
                                    problem.line(),
                                    problem.column(),
                                    "%s: %s; %s".formatted(problem.where(), problem.what(), problem.mend())))
                            .toList(),
                    check.trials());
        } catch (FormatException unreadable) {
            return new Checked(
                    Optional.empty(),
                    Optional.empty(),
                    unreadable.places().stream()
                            .map(place -> new Flaw(place.line(), place.column(), place.message()))
                            .toList(),
                    List.of());
        }
    }
}
