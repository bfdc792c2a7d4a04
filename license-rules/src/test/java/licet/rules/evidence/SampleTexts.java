package licet.rules.evidence;

import java.util.List;
import java.util.TreeMap;
import licet.rules.Knowledge;
import licet.rules.license.LicenseKey;
import licet.rules.text.Fingerprint;
import licet.rules.text.Fingerprinting;
import licet.rules.text.NormalText;

/** Texts that tests can hold: a free one, and a stand-in made for tests. */
public final class SampleTexts {
    private static final String STAND_IN = """
            LICET SYNTHETIC STAND-IN, NOT A LICENSE
            Stands in for: llama-4-community
            This file was written for tests of Licet and grants nothing.
            """;

    /** The MIT License, which may be copied freely. */
    private static final String MIT = """
            MIT License

            Copyright (c) 2026 A sample holder

            Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
            documentation files (the "Software"), to deal in the Software without restriction, including without limitation
            the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and
            to permit persons to whom the Software is furnished to do so, subject to the following conditions:

            The above copyright notice and this permission notice shall be included in all copies or substantial portions
            of the Software.

            THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO
            THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
            AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
            CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
            IN THE SOFTWARE.
            """;

    /** Taken for the Llama 4 policy by the knowledge of this class. */
    private static final String POLICY = """
            Invented use policy

            Whoever uses the model agrees to this policy, which was written for tests of Licet and binds nobody.
            1. Nobody shall let the model pretend to be a person whose consent was not given beforehand.
            2. Nobody shall let the model steer a crane, a ferry or a power plant without an operator beside it.
            3. Nobody shall ask the model for a way around the lock of a door that belongs to somebody else.
            """;

    /** The shipped knowledge, and the stand-in and the policy of this class. */
    public static final Knowledge KNOWLEDGE = knowledge();

    private SampleTexts() {}

    public static String text(String name) {
        return switch (name) {
            case "mit" -> MIT;
            case "longer" -> MIT + "\nThe Software must not be used by anybody whose name begins with X.\n";
            case "standin" -> STAND_IN;
            case "policy" -> POLICY;
            case "changedpolicy" -> POLICY.replace("a ferry", "a train");
            case "strange" -> "Terms of use of a model that nobody has read yet: ask us.";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Knowledge knowledge() {
        var files = new TreeMap<>(Knowledge.files(false));
        files.put("stand-ins/test-standin-llama-4-community.yaml", """
                schema: 1
                key: test-standin-llama-4-community
                stands-in-for: llama-4-community
                sha256: %s
                """.formatted(
                        NormalText.of(STAND_IN).sha256()));
        var policy = new LicenseKey("llama-4-aup");
        files.put(
                "fingerprints/llama-4-aup.txt",
                Fingerprinting.of(Fingerprint.Kind.USE_POLICY, policy, POLICY, List.of())
                        .written());
        return Knowledge.of(files);
    }
}
