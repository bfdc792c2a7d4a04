package licet.tests.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import licet.rules.Knowledge;

/** The sample policy with one rule more, which turns the answers for about a tenth of the generated profiles. */
final class Policies {
    private static final String RULE = """
            rules:
              - id: bench-%d
                topic: jurisdiction
                when: model.countries.exists(country, country in ['FR', 'KR', 'JP', 'GB', 'DE', 'CA', 'IL', 'AE', '%s'])
                then: deny
                because: A rule of the benchmark.
            """;

    private Policies() {}

    /** Never the same twice, so that every answer has to be made. */
    static String edited(long number) {
        try (var in =
                Objects.requireNonNull(Knowledge.class.getResourceAsStream("/licet/samples/policies/balanced.yaml"))) {
            String sample = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            // A second edit takes the flips of the first back.
            return sample.replaceFirst("rules:\n", RULE.formatted(number % 100_000, number % 2 == 0 ? "SG" : "ES"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
