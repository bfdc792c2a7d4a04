package licet.rules.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import licet.rules.Corpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a broken file is answered with: one change to a good file a line, and the one line that names it. */
class YamlErrorsTest {
    private static final String DEPLOYMENT = Corpus.resource("/licet/samples/deployments/eu-internal-tool.yaml");
    private static final String LICENSE = Corpus.resource("/licet/knowledge/licenses/llama-3.3-community.yaml");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    schema: 1            | schema: 2               | f:1: schema: '2' is not a schema that is read here; write 1
                    stage: production    | stage: prod             | f:5: stage: 'prod' is not known; did you mean 'pilot'? Allowed: evaluation, pilot, production
                    stage: production    | stages: production      | f:5: unknown field 'stages'; did you mean 'stage'? Allowed: schema, key, name, licensee, stage, channel, acts, use, places, context
                    key: eu-internal-tool| key: EU tool            | f:2: key: 'EU tool' is not a key of lower-case letters, digits and '-', such as eu-internal-tool
                    serving: DE          | serving: Germany        | f:20: places.serving: 'Germany' is not a country code of two capital letters, such as DE
                    serving: DE          | serving: [DE]           | f:20: places.serving: is a list; it must be one value
                    use: [DE]            | use: DE                 | f:18: places.use: is the value 'DE'; it must be a list
                    commercial: true     | commercial: yes         | f:11: use.commercial: 'yes' is not true, false or unknown
                    commercial: true     | commercial:             | f:11: use.commercial: is empty; write a value
                    [use, evaluate, copy]| [use, evalute]          | f:8: acts.done[1]: 'evalute' is not known; did you mean 'evaluate'? Allowed: use, evaluate, copy, modify, distribute-weights, distribute-derivatives, host-for-third-parties, use-outputs-commercially, train-on-outputs, sublicense
                    residency: DE        | serving: DE             | f:21: places: field 'serving' stands here twice; keep one
                    residency: DE        | residency: *x           | f:21: an alias (*name) is not allowed; write the value out
                    """)
    void deploymentErrorsNamePlaceValueAndMend(String from, String to, String line) {
        var error = catchThrowableOfType(
                FormatException.class,
                () -> DeploymentYaml.parse("f", DEPLOYMENT.replaceFirst(java.util.regex.Pattern.quote(from), to)));
        assertThat(error.problems().getFirst()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    value: 700000000     | value: 700,000,000   | '700,000,000' is not a number without separators, such as 700000000
                    moment: 2024-11      | moment: Nov 2024     | 'Nov 2024' is not preceding-month, preceding-year, trailing-twelve-months, any-twelve-months, continuous or a month such as 2024-11
                    kind: usage-cap      | kind: user-cap       | did you mean 'usage-cap'?
                    effect: no-rights    | effekt: no-rights    | unknown field 'effekt'; did you mean 'effect'?
                    id: notice-file      | id: badge            | two clauses have the id 'badge'; ids are unique in a file
                    effective: 2024-12-06| effective: 6.12.2024 | '6.12.2024' is not a date such as 2024-12-06
                    '  modify: {state'   | '  modfy: {state'    | unknown field 'modfy'; did you mean 'modify'?
                    state: withheld      | state: denied        | 'denied' is not known
                    """)
    void licenseErrorsNameValueAndMend(String from, String to, String part) {
        var error = catchThrowableOfType(
                FormatException.class,
                () -> LicenseYaml.parse("f", LICENSE.replaceFirst(java.util.regex.Pattern.quote(from), to)));
        assertThat(error.problems())
                .anySatisfy(problem -> assertThat(problem).startsWith("f:").contains(part));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        String broken = DEPLOYMENT.replace("commercial: true", "commercial: x").replace("serving: DE", "serving: x");
        var error = catchThrowableOfType(FormatException.class, () -> DeploymentYaml.parse("f", broken));
        assertThat(error.problems()).hasSize(2);
    }

    @Test
    void aMissingActIsNamed() {
        String broken = LICENSE.replaceFirst("  modify: .*\n", "");
        var error = catchThrowableOfType(FormatException.class, () -> LicenseYaml.parse("f", broken));
        assertThat(error.problems().toString()).contains("grants: says nothing about 'modify'");
    }

    @Test
    void hostileInputIsRefusedInOneLine() {
        for (String text : new String[] {
            "",
            "- 1\n- 2",
            "[".repeat(5_000),
            "a: &x [1]",
            "{a: ",
            "\t",
            "a: !!java.net.URL x",
            "x: " + "y".repeat(600_000)
        }) {
            var error = catchThrowableOfType(FormatException.class, () -> DeploymentYaml.parse("f", text));
            assertThat(error.problems())
                    .isNotEmpty()
                    .allSatisfy(problem -> assertThat(problem).hasLineCount(1));
        }
    }
}
