package licet.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code corpus.tsv} says of every text of the corpus what it is, so that none is forgotten. */
class CorpusListTest {
    @Test
    void everyTextIsListedOnce() {
        List<String> listed = Corpus.resource("/licet/corpus.tsv")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t")[1])
                .sorted()
                .toList();
        assertThat(listed).containsExactlyElementsOf(Corpus.texts().keySet());
    }

    @Test
    void everyListedTextIsOfTheCatalogAndHasAFingerprint() {
        var knowledge = Knowledge.load(false);
        assertThat(Corpus.known().keySet())
                .allSatisfy(key -> assertThat(knowledge.licenses().find(key).isPresent()
                                || knowledge.licenses().findPolicy(key).isPresent())
                        .as(key.value())
                        .isTrue());
        assertThat(knowledge.recognizer().recognizable())
                .containsExactlyInAnyOrderElementsOf(Corpus.known().keySet());
    }
}
