package licet.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import licet.rules.format.FormatException;
import licet.rules.format.PolicyYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy says of how requests are decided. */
class WorkflowTest {
    private static final String FILE = """
            schema: 1
            policy: house
            title: House rules
            facts-max-age-days: 92
            rules:
              - {id: look, topic: license, when: "model.scan == 'flagged'", then: review, because: Look at it.}
              - {id: never, topic: license, when: "model.scan == 'flagged'", then: deny, because: Never.}
            workflow:
              stages: [%s]
              %s
            """;
    private static final String STAGES = "{stage: legal, by: legal, days: 5}, {stage: security, by: security, days: 2,"
            + " quorum: 2}, {stage: approval, by: approver, days: 3, after: [legal, security], always: true}";

    private static Workflow read(String stages, String rest) {
        return PolicyYaml.parse("house.yaml", FILE.formatted(stages, rest), 1).workflow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {stage: a, by: legal, days: 5}                                           |                       | at least one stage must be asked always
            {stage: a, by: legal, days: 5, always: true, after: [b]}                 |                       | comes after b, which is no stage
            {stage: a, by: legal, days: 5, always: true, after: [a]}                 |                       | stages wait for each other: [a]
            {stage: a, by: legal, days: 5, always: true}, {stage: a, by: legal, days: 1} |                   | two stages are called a
            {stage: a, by: boss, days: 5, always: true}                              |                       | legal
            {stage: a, by: legal, days: 0, always: true}                             |                       | days of a must be between 1 and 366, but is 0
            {stage: a, by: legal, days: 5, quorum: 10, always: true}                 |                       | quorum of a must be between 1 and 9
            {stage: a, by: legal, days: soon, always: true}                          |                       | 'soon' is not a number of days
            {stage: a, by: legal, days: 5, always: true}                             | valid-days: 400       | valid-days must be between 1 and 366
            {stage: a, by: legal, days: 5, always: true}                             | grace-days: 31        | grace-days must be between 0 and 30
            {stage: a, by: legal, days: 5, always: true}                             | break-glass-hours: 200 | break-glass-hours must be between 0 and 168
            {stage: a, by: legal, days: 5, always: true}                             | 'automatic: [{rules: [never], then: approve, because: x}]' | which asks for no review or approval
            """)
    void what_cannot_be_meant_is_refused_with_its_mend(String stages, String rest, String problem) {
        assertThatThrownBy(() -> read(stages, rest == null ? "" : rest))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void a_request_has_the_stages_that_are_asked_always_and_those_that_its_rules_name() {
        var workflow = read(STAGES, "valid-days: 180");
        assertThat(workflow.validDays()).isEqualTo(180);
        assertThat(workflow.graceDays()).isZero();
        assertThat(keys(workflow, List.of())).containsExactly("approval");
        assertThat(keys(workflow, List.of("security"))).containsExactly("security", "approval");
        assertThat(keys(workflow, List.of("works-council", "legal")))
                .containsExactly("legal", "approval", "works-council");
        assertThat(workflow.stage("security").quorum()).isEqualTo(2);
        assertThat(workflow.stage("works-council").by()).isEqualTo(Workflow.Reviewer.APPROVER);
    }

    @Test
    void without_a_word_about_it_one_approver_decides_after_nobody() {
        var workflow = PolicyYaml.parse("house.yaml", FILE.substring(0, FILE.indexOf("workflow:")), 1)
                .workflow();
        assertThat(workflow).isEqualTo(Workflow.STANDARD);
        assertThat(workflow.stage("legal").by()).isEqualTo(Workflow.Reviewer.LEGAL);
    }

    private static List<String> keys(Workflow workflow, List<String> named) {
        return workflow.asked(new TreeSet<>(named)).stream()
                .map(Workflow.Stage::key)
                .toList();
    }
}
