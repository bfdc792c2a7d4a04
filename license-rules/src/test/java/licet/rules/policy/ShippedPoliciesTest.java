package licet.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import licet.rules.format.PolicyYaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedPoliciesTest {
    @ParameterizedTest
    @ValueSource(strings = "balanced")
    void compiles_and_passes_its_own_tests(String key) throws IOException {
        String file = "/licet/samples/policies/" + key + ".yaml";
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream(file))) {
            var policy = PolicyYaml.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), 1);
            assertThat(CompiledPolicy.of(policy).policy().key()).isEqualTo(key);
            assertThat(policy.tests()).as("every rule has a test that fires it").satisfies(tests -> {
                var fired =
                        tests.stream().flatMap(test -> test.fires().stream()).toList();
                assertThat(fired)
                        .containsAll(
                                policy.rules().stream().map(Policy.Rule::id).toList());
            });
        }
    }
}
