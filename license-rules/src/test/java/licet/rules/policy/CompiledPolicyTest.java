package licet.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import licet.rules.cases.CaseWorld;
import licet.rules.format.PolicyYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledPolicyTest {
    private static final String POLICY = """
            schema: 1
            policy: house
            title: House rules
            facts-max-age-days: 92
            regulations: []
            rules:
              - id: no-flagged
                topic: security-scan
                when: model.scan == 'flagged'
                then: deny
                because: The scan says {{model.scan}}.
              - id: at-home
                topic: jurisdiction
                when: >-
                  deployment.stage == 'production'
                  && deployment.serving_region != organization.seat
                then: review
                because: The model runs in {{deployment.serving_region}}.
                requires: [deployment.residency]
            tests:
              - name: flagged files
                given:
                  model.scan: flagged
                  deployment.stage: pilot
                  deployment.residency: DE
                fires: [no-flagged]
            """;

    private static List<String> problems(String yaml) {
        var problem = catchThrowableOfType(
                PolicyProblem.class, () -> CompiledPolicy.of(PolicyYaml.parse("f", yaml, 1), CaseWorld.KNOWLEDGE));
        assertThat(problem).as("the policy was taken").isNotNull();
        return problem.problems().stream().map(PolicyProblem.Problem::toString).toList();
    }

    @Test
    void takes_a_policy_whose_own_tests_pass() {
        var policy = CompiledPolicy.of(PolicyYaml.parse("f", POLICY, 1), CaseWorld.KNOWLEDGE);
        assertThat(policy.policy().rules()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            when: model.scan == 'flagged'     ~ when: model.scam == 'flagged'     ~ 9:16: rule no-flagged: there is no fact 'model.scam'; did you mean 'model.scan'?
            when: model.scan == 'flagged'     ~ when: modl.scan == 'flagged'      ~ 9:11: rule no-flagged: 'modl' is not known; did you mean 'model'? Conditions ask for facts of model, deployment and organization
            when: model.scan == 'flagged'     ~ when: model.scan == 'flaged'      ~ 9:25: rule no-flagged: model.scan is never 'flaged'; did you mean 'flagged'? Allowed: clean, flagged, unknown
            when: model.scan == 'flagged'     ~ when: model.scan == 3             ~ 9:22: rule no-flagged: '==' does not take text and number; compare texts with texts in quotes, lists with in or exists, and dates with olderThan only
            when: model.scan == 'flagged'     ~ when: model.scan == 'flagged      ~ 9:25: rule no-flagged: cannot be read: token recognition error at: ''flagged'; check the operators, quotes and brackets here
            when: model.scan == 'flagged'     ~ when: model.scan                  ~ 9:11: rule no-flagged: the condition is not true or false, but of type string; compare its value with something
            when: model.scan == 'flagged'     ~ when: model.formats[0] == 'gguf'  ~ 9:24: rule no-flagged: '[ ]' cannot be used in a condition; use ==, !=, in, &&, ||, !, exists, all, size, startsWith, endsWith, contains, region or olderThan
            when: model.scan == 'flagged'     ~ when: has(model.scan)             ~ 9:14: rule no-flagged: 'has' is not known; did you mean 'model'? Conditions ask for facts of model, deployment and organization
            when: model.scan == 'flagged'     ~ when: model.formats == ['gguf']   ~ 9:28: rule no-flagged: a list is not equal to anything; use in, exists or all
            when: model.scan == 'flagged'     ~ when: organization.seat == 'EU'   ~ 9:32: rule no-flagged: organization.seat is never 'EU'; a region is asked for with: in region('EU')
            when: model.scan == 'flagged'     ~ when: organization.seat in region('EUR') ~ 9:38: rule no-flagged: there is no region 'EUR'; did you mean region('EU')? Known are EEA, EU
            when: model.scan == 'flagged'     ~ when: model.developers.exists(d, d == 'deepsek') ~ 9:43: rule no-flagged: d is never 'deepsek'; did you mean 'deepseek'? An owner that is not on record is written 'hub:owner'
            when: model.scan == 'flagged'     ~ when: olderThan(organization.users_as_of, -1)  ~ 9:48: rule no-flagged: these are no days; write a number of days from 0 to 36500
            organization.seat                 ~ organization.seet                 ~ 16:51: rule at-home: there is no fact 'organization.seet'; did you mean 'organization.seat'?
            says {{model.scan}}.              ~ says {{model.color}}.             ~ 11:28: rule no-flagged: because speaks of the unknown 'model.color'; did you mean '{{model.country}}'?
            says {{model.scan}}.              ~ says {{model.scan}.               ~ 11:28: rule no-flagged: because speaks of the unknown 'model.scan'; did you mean '{{model.scan}}'?
            [deployment.residency]            ~ [deployment.residence]            ~ 19:16: rule at-home: requires the unknown 'deployment.residence'; did you mean 'deployment.residency'?
            regulations: []                   ~ regulations: [us-ndaa-2026-1523]  ~ 5:15: regulations: there is no regulation 'us-ndaa-2026-1523'; did you mean 'us-ndaa-2026-1532'?
            id: at-home                       ~ id: no-flagged                    ~ 15:7: rule no-flagged: two rules have this id; give one of them another id
            fires: [no-flagged]               ~ fires: []                         ~ 21:11: test 'flagged files': expected [] to fire, but [no-flagged] did; correct the rule or the test
            fires: [no-flagged]               ~ fires: [no-flaged]                ~ 21:11: test 'flagged files': there is no rule 'no-flaged'; did you mean 'no-flagged'?
            model.scan: flagged               ~ model.scan: red                   ~ 23:19: test 'flagged files': model.scan is never 'red'; did you mean 'clean'? Allowed: clean, flagged, unknown
            model.scan: flagged               ~ model.scan: [flagged]             ~ 23:19: test 'flagged files': model.scan is not one text; write it as that
            model.scan: flagged               ~ model.skan: flagged               ~ 23:19: test 'flagged files': there is no fact 'model.skan'; did you mean 'model.scan'?
            """)
    void names_rule_place_and_mend_of_what_is_wrong(String from, String to, String problem) {
        assertThat(problems(POLICY.replaceFirst(
                        java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))))
                .contains(problem);
    }

    @Test
    void tells_all_problems_at_once() {
        assertThat(problems(POLICY.replace("model.scan == 'flagged'", "model.scan == 3")
                        .replace("organization.seat", "organization.seet")))
                .hasSize(2);
    }
}
