package licet.rules.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import licet.rules.Corpus;
import licet.rules.cases.CaseWorld;
import licet.rules.explain.VerdictDocument;
import org.junit.jupiter.api.Test;

/**
 * The smallest changes for cases of the case book, in a file that a lawyer can read. A new case is added there by its
 * heading; with {@code -Dlicet.write=true} the file is filled in again, to be read before it is committed.
 */
class FlipBookTest {
    private static final String BOOK = "/change/flips.md";

    @Test
    void the_changes_are_those_of_the_book() throws IOException {
        String book = Corpus.resource(BOOK);
        var cases = book.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
        assertThat(cases).hasSizeGreaterThan(20);
        var documents = CaseWorld.documents();
        String written = book.substring(0, book.indexOf("## "))
                + cases.stream()
                        .map(name -> page(name, documents.get(name + ".yaml")))
                        .collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("licet.write")) {
            Files.writeString(Path.of("src/test/resources" + BOOK), written);
        }
        assertThat(written).isEqualTo(book);
    }

    private static String page(String name, VerdictDocument document) {
        var lines = document.flips().stream().map(FlipBookTest::line).toList();
        return "## %s\n%s\n%s\n"
                .formatted(name, document.sentence(), String.join("\n", lines.isEmpty() ? NONE : lines));
    }

    private static final List<String> NONE = List.of("- no single change and no pair");

    private static String line(VerdictDocument.Flip flip) {
        return flip.steps().stream()
                .map(VerdictDocument.Step::text)
                .collect(Collectors.joining(" And: ", "- " + flip.verdict() + ": ", ""));
    }
}
