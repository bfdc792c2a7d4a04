package licet.rules.fuzz;

import java.nio.charset.StandardCharsets;
import licet.rules.format.FormatException;
import licet.rules.format.LicenseYaml;
import licet.rules.format.UsePolicyYaml;

/** A license or use policy file is read or refused with a list of problems, never anything else. */
public final class LicenseYamlFuzz {
    private LicenseYamlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            LicenseYaml.parse("fuzz.yaml", text);
        } catch (FormatException expected) {
            Refusals.check(expected.problems());
        }
        try {
            UsePolicyYaml.parse("fuzz.yaml", text);
        } catch (FormatException expected) {
            Refusals.check(expected.problems());
        }
    }
}
