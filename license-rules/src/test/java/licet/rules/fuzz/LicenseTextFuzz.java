package licet.rules.fuzz;

import java.nio.charset.StandardCharsets;
import licet.rules.Knowledge;
import licet.rules.text.NormalText;
import licet.rules.text.TextRecognizer;

/** Any bytes are some text: normalizing is stable, and recognizing ends. */
public final class LicenseTextFuzz {
    private static final TextRecognizer RECOGNIZER = Knowledge.load(true).recognizer();

    private LicenseTextFuzz() {}

    /** Called once before the first input, so that reading the catalog is not taken for a hang. */
    public static void fuzzerInitialize() {
        RECOGNIZER.recognize("");
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        String normal = NormalText.of(text).joined();
        if (!NormalText.of(normal).joined().equals(normal)) {
            throw new AssertionError("the normal form of a normal form is another one: " + normal);
        }
        RECOGNIZER.recognize(text);
    }
}
