package licet.rules.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import licet.rules.Corpus;
import licet.rules.cases.CaseWorld;
import licet.rules.format.FormatException;
import licet.rules.format.PolicyYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a policy says, it is taken or refused with its problems: nothing else is thrown and nothing runs for long. */
class StrangePolicyTest {
    private static final List<String> WORDS = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "'",
            "\"",
            "&&",
            "||",
            "!",
            "in ",
            ".",
            ",",
            "-1",
            "9223372036854775808",
            "null",
            "model",
            "exists",
            "region('EU')",
            "olderThan(",
            "@result",
            "\u0000",
            "\ud83d\ude00",
            "\n",
            ": ",
            "? :",
            "0x",
            "b''",
            "r'",
            "google.protobuf.Timestamp{}",
            "dyn(",
            "type(",
            "size(");

    private static void takenOrRefused(String yaml) {
        try {
            CompiledPolicy.of(PolicyYaml.parse("f", yaml, 1), CaseWorld.KNOWLEDGE);
        } catch (PolicyProblem e) {
            assertThat(e.problems()).isNotEmpty();
        } catch (FormatException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    private static String around(String condition) {
        return """
                schema: 1
                policy: strange
                title: Strange
                facts-max-age-days: 92
                rules:
                  - id: strange
                    topic: use
                    when: "%s"
                    then: deny
                    because: Strange.
                tests:
                  - {name: nothing known, given: {}, fires: []}
                """.formatted(condition
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\u0000", ""));
    }

    @Test
    void mutated_policies_are_taken_or_refused() {
        String shipped = Corpus.resource("/licet/samples/policies/balanced.yaml");
        for (long seed = 0; seed < 120; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder(shipped);
            for (int i = 0; i < 1 + random.nextInt(3); i++) {
                int at = random.nextInt(text.length());
                String word = WORDS.get(random.nextInt(WORDS.size()));
                text.replace(at, Math.min(text.length(), at + random.nextInt(4)), word);
            }
            String yaml = text.toString();
            assertThatCode(() -> takenOrRefused(yaml)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region('EU').exists(a, region('EU').exists(b, region('EU').exists(c, a == b)))",
                "model.formats.exists(a, model.formats.exists(a, a == 'gguf'))",
                "1 / 0 == 1",
                "model == model",
                "model.formats.map(f, f) == ['gguf']",
                "timestamp('2026-01-01T00:00:00Z') < timestamp('2027-01-01T00:00:00Z')",
                "'a'.matches('(a+)+$')",
                "deployment.acts.exists_one(act, act == 'use')",
                "model.terms_effective.exists(d, d == d)",
                "'\ud83d\ude00' == model.scam",
                "true ? true : deployment.commercial",
                "organization.competes_with.exists(d, d == 'hub:somebody')"
            })
    void odd_conditions_are_taken_or_refused(String condition) {
        assertThatCode(() -> takenOrRefused(around(condition))).doesNotThrowAnyException();
    }

    @Test
    void long_conditions_end() {
        String chain =
                "deployment.places_of_use.exists(a, deployment.places_of_output.exists(b, a == b)) || ".repeat(20);
        assertThatCode(() -> takenOrRefused(around(chain + "false"))).doesNotThrowAnyException();
        assertThatCode(() -> takenOrRefused(around("(".repeat(900) + "true" + ")".repeat(900))))
                .doesNotThrowAnyException();
        assertThatCode(() -> takenOrRefused(around("!".repeat(1_900) + "true"))).doesNotThrowAnyException();
        assertThatCode(() -> takenOrRefused(around("'a' + ".repeat(300) + "'a' == model.scan")))
                .doesNotThrowAnyException();
    }
}
