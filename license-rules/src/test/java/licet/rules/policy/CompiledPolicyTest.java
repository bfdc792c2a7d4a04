package licet.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CompiledPolicyTest {
    private static Policy.Rule rule(String id, String when) {
        return new Policy.Rule(id, "license", when, Policy.Outcome.DENY, "Scan says {{model.scan}}.", true);
    }

    private static Policy policy(List<Policy.Trial> tests, Policy.Rule... rules) {
        return new Policy("house", 1, "House rules", 92, List.of(rules), tests);
    }

    @Test
    void runs_the_tests_inside_the_policy() {
        var trial = new Policy.Trial(
                "flagged files", Map.of("model.scan", "flagged"), new TreeSet<>(List.of("no-flagged")));
        CompiledPolicy.of(policy(List.of(trial), rule("no-flagged", "model.scan == 'flagged'")));
    }

    @Test
    void refuses_a_policy_whose_own_test_fails() {
        var trial =
                new Policy.Trial("clean files", Map.of("model.scan", "clean"), new TreeSet<>(List.of("no-flagged")));
        assertThatThrownBy(
                        () -> CompiledPolicy.of(policy(List.of(trial), rule("no-flagged", "model.scan == 'flagged'"))))
                .isInstanceOf(PolicyProblem.class)
                .hasMessageContaining("test 'clean files': expected [no-flagged] to fire, but [] did");
    }

    @Test
    void names_the_rule_and_the_place_of_a_wrong_condition() {
        assertThatThrownBy(() -> CompiledPolicy.of(policy(List.of(), rule("typo", "model.scam == 'flagged'"))))
                .hasMessageContaining("rule typo")
                .hasMessageContaining("undefined field 'scam'");
    }

    @Test
    void refuses_a_condition_that_compares_a_text_with_a_number() {
        assertThatThrownBy(() -> CompiledPolicy.of(policy(List.of(), rule("wrong-type", "model.scan == 3"))))
                .hasMessageContaining("rule wrong-type");
    }

    @Test
    void refuses_a_reason_that_speaks_of_an_unknown_value() {
        var rule = new Policy.Rule("r", "license", "true", Policy.Outcome.DENY, "It is {{model.color}}.", false);
        assertThatThrownBy(() -> CompiledPolicy.of(policy(List.of(), rule)))
                .hasMessageContaining("unknown 'model.color'");
    }

    @Test
    void an_unknown_value_that_cannot_matter_is_not_asked_for() {
        var trial = new Policy.Trial("decided by the known half", Map.of("model.scan", "clean"), new TreeSet<>());
        CompiledPolicy.of(
                policy(List.of(trial), rule("both", "model.scan == 'flagged' && deployment.stage == 'production'")));
        assertThat(trial.fires()).isEmpty();
    }
}
