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
                when: >-
                  model.countries.exists(country, country in ['FR', 'KR', 'JP', 'GB', 'DE', 'CA', 'IL', 'AE', '%s'])
                  || model.size in ['up-to-100b', 'above-100b']
                then: deny
                because: A rule of the benchmark.
            """;

    private Policies() {}

    /** Every odd one turns the answers for about a tenth of the profiles, every even one turns them back. */
    static String turned(int number) {
        return number % 2 == 0 ? sample() : withRule(number, "SG");
    }

    private static String withRule(long number, String country) {
        return sample().replaceFirst("rules:\n", RULE.formatted(number % 100_000, country));
    }

    private static String sample() {
        try (var in =
                Objects.requireNonNull(Knowledge.class.getResourceAsStream("/licet/samples/policies/balanced.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
