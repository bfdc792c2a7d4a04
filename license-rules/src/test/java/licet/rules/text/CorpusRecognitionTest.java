package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import licet.rules.Corpus;
import licet.rules.Knowledge;
import licet.rules.format.FillInsYaml;
import licet.rules.license.LicenseKey;
import org.junit.jupiter.api.Test;

/** Every text of the corpus against the whole catalog: known ones are themselves in any dress, others are nothing. */
class CorpusRecognitionTest {
    private static final Knowledge KNOWLEDGE = Knowledge.load(false);
    private static final List<FillIns> FILL_INS =
            FillInsYaml.parse("fill-ins.yaml", Corpus.resource("/licet/knowledge/fill-ins.yaml"));

    private final SortedMap<String, String> texts = Corpus.texts();

    @Test
    void knownTextsAreThemselvesInAnyDress() {
        var wrong = new ArrayList<String>();
        expected()
                .forEach((id, expected) -> Dresses.ALL.forEach((dress, change) -> {
                    var recognition = recognize(change.apply(text(id)));
                    if (!recognition.equals(expected)) {
                        wrong.add(id + " in dress " + dress + " is " + recognition);
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void otherTextsAreNoDocumentOfTheCatalog() {
        var expected = expected();
        var wrong = new ArrayList<String>();
        texts.forEach((id, text) -> {
            if (!expected.containsKey(id) && isExact(recognize(text))) {
                wrong.add(id + " is taken for " + recognize(text));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aChangedWordIsNeverTheSame() {
        var wrong = new ArrayList<String>();
        expected()
                .keySet()
                .forEach(id -> ChangedWords.of(text(id)).forEach((change, changed) -> {
                    if (isExact(recognize(changed)) && !namesAnother(text(id), changed)) {
                        wrong.add(id + " with " + change + " is " + recognize(changed));
                    }
                }));
        assertThat(wrong).isEmpty();
    }

    /** Whether the change lies at a place where every copy names its own developer. */
    private static boolean namesAnother(String text, String changed) {
        String words = NormalText.of(text).joined();
        String changedWords = NormalText.of(changed).joined();
        return FILL_INS.stream().anyMatch(places -> places.filled(changedWords).equals(places.filled(words)));
    }

    private static Recognition recognize(String text) {
        return KNOWLEDGE.recognizer().recognize(text);
    }

    private static boolean isExact(Recognition recognition) {
        return switch (recognition) {
            case Recognition.Exact _, Recognition.ExactPolicy _ -> true;
            case Recognition.Near _, Recognition.NearPolicy _, Recognition.Unknown _ -> false;
        };
    }

    private static Map<String, Recognition> expected() {
        var expected = new HashMap<String, Recognition>();
        Corpus.known().forEach((key, ids) -> ids.forEach(id -> expected.put(id, exact(key))));
        return expected;
    }

    private static Recognition exact(LicenseKey key) {
        return KNOWLEDGE.licenses().find(key).isPresent()
                ? new Recognition.Exact(key, false)
                : new Recognition.ExactPolicy(key);
    }

    private String text(String id) {
        return Objects.requireNonNull(texts.get(id), id);
    }
}
