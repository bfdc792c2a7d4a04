package licet.rules.fuzz;

import java.nio.charset.StandardCharsets;
import licet.rules.Knowledge;
import licet.rules.format.FormatException;
import licet.rules.format.PolicyYaml;
import licet.rules.policy.CompiledPolicy;
import licet.rules.policy.PolicyProblem;

/** A condition of a policy is compiled, or refused with a list of problems. */
public final class CelSourceFuzz {
    private static final Knowledge KNOWLEDGE = Knowledge.load(false);

    private CelSourceFuzz() {}

    /** Called once before the first input, so that reading the catalog is not taken for a hang. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("true".getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String condition = new String(input, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\x{FFFE}\\x{FFFF}]", " ")
                .replace("'", "''");
        String policy = """
                schema: 1
                policy: fuzz
                title: Fuzz
                facts-max-age-days: 92
                rules:
                  - id: rule
                    topic: license
                    when: '%s'
                    then: review
                    because: Some reason.
                """.formatted(condition);
        try {
            CompiledPolicy.of(PolicyYaml.parse("fuzz.yaml", policy, 1), KNOWLEDGE);
        } catch (FormatException expected) {
            Refusals.check(expected.problems());
        } catch (PolicyProblem expected) {
            Refusals.check(expected.problems());
        }
    }
}
