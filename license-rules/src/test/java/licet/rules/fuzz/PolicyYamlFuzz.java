package licet.rules.fuzz;

import java.nio.charset.StandardCharsets;
import licet.rules.format.FormatException;
import licet.rules.format.PolicyYaml;

/** A policy file is read or refused with a list of problems. */
public final class PolicyYamlFuzz {
    private PolicyYamlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            PolicyYaml.parse("fuzz.yaml", new String(input, StandardCharsets.UTF_8), 1);
        } catch (FormatException expected) {
            Refusals.check(expected.problems());
        }
    }
}
