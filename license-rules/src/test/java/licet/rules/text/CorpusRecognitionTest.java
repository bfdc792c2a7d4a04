package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import licet.rules.Corpus;
import licet.rules.Knowledge;
import licet.rules.license.LicenseKey;
import org.junit.jupiter.api.Test;

/** Every text of the corpus against the whole catalog: known ones are themselves in any dress, others are nothing. */
class CorpusRecognitionTest {
    private final TextRecognizer recognizer = Knowledge.load(false).recognizer();

    @Test
    void knownTextsAreThemselvesInAnyDress() {
        var texts = Corpus.texts();
        var wrong = new ArrayList<String>();
        Corpus.known()
                .forEach((license, ids) -> ids.forEach(id -> Dresses.ALL.forEach((dress, change) -> {
                    var recognition = recognizer.recognize(change.apply(texts.get(id)));
                    if (!recognition.equals(new Recognition.Exact(license, false))) {
                        wrong.add(id + " in dress " + dress + " is " + recognition);
                    }
                })));
        assertThat(wrong).isEmpty();
    }

    @Test
    void otherTextsAreNoLicenseOfTheCatalog() {
        var expected = new HashMap<String, LicenseKey>();
        Corpus.known().forEach((license, ids) -> ids.forEach(id -> expected.put(id, license)));
        var wrong = new ArrayList<String>();
        Corpus.texts().forEach((id, text) -> {
            if (!expected.containsKey(id) && recognizer.recognize(text) instanceof Recognition.Exact exact) {
                wrong.add(id + " is taken for " + exact.license());
            }
        });
        assertThat(wrong).isEmpty();
    }
}
