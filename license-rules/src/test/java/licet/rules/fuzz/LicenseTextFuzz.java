package licet.rules.fuzz;

import java.nio.charset.StandardCharsets;
import licet.rules.Knowledge;
import licet.rules.text.TextRecognizer;

/** Any bytes are some text, and recognizing it ends in an answer that does not change. */
public final class LicenseTextFuzz {
    private static final TextRecognizer RECOGNIZER = Knowledge.load(true).recognizer();

    private LicenseTextFuzz() {}

    /** Called once before the first input, so that reading the catalog is not taken for a hang. */
    public static void fuzzerInitialize() {
        RECOGNIZER.recognize("");
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        if (!RECOGNIZER.recognize(text).equals(RECOGNIZER.recognize(text))) {
            throw new AssertionError("the same text is recognized as something else");
        }
    }
}
