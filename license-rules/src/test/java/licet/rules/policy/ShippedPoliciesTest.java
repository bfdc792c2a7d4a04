package licet.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import licet.rules.Corpus;
import licet.rules.cases.CaseWorld;
import licet.rules.format.PolicyYaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedPoliciesTest {
    @ParameterizedTest
    @ValueSource(strings = {"balanced", "permissive-only", "eu-regulated-industry", "us-public-sector-contractor"})
    void compiles_and_its_tests_fire_every_rule(String key) {
        String file = "/licet/samples/policies/" + key + ".yaml";
        var policy = PolicyYaml.parse(file, Corpus.resource(file), 1);
        assertThat(CompiledPolicy.of(policy, CaseWorld.KNOWLEDGE).policy().key())
                .isEqualTo(key);
        assertThat(policy.tests().stream().flatMap(test -> test.fires().stream()))
                .as("every rule has a test that fires it")
                .containsAll(policy.rules().stream().map(Policy.Rule::id).toList());
    }
}
