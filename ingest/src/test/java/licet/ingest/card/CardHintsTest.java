package licet.ingest.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import licet.ingest.SharedCorpus;
import licet.ingest.hub.RepoId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardHintsTest {
    private static final RepoId SELF = RepoId.parse("acme/Acme-Chat-7B");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # line of a card                                                                        | kind             | models
                    This model is a fine-tuned version of [X](https://huggingface.co/base/Base-7B).          | LINKED_MODEL     | base/Base-7B
                    This model was derived from Base-7B.                                                    | ORIGIN_STATEMENT | ''
                    Acme-Chat-7B is derived from [Base](https://huggingface.co/base/Base-7B/blob/main/x).    | ORIGIN_STATEMENT | base/Base-7B
                    - **Base model:** base/Base-7B                                                          | LINKED_MODEL     | base/Base-7B
                    - **Finetuned from model:** [Base](https://hf.co/base/Base-7B)                          | LINKED_MODEL     | base/Base-7B
                    Acme-Chat-7B is based on Llama-3.1-8B and was trained on our own data.                  | NAMED_BASE       | ''
                    It is distilled from Big-70B.                                                           | ORIGIN_STATEMENT | ''
                    Acme-Chat-7B was originally licensed under the Base2 license.                           | ORIGIN_STATEMENT | ''
                    """)
    void aLineThatStatesTheOriginOfThisModelIsAHint(String line, LineageHint.Kind kind, String models) {
        List<LineageHint> hints = hints("# Title\n\n" + line);
        assertThat(hints).singleElement().satisfies(hint -> {
            assertThat(hint.kind()).isEqualTo(kind);
            assertThat(hint.line()).isEqualTo(7);
            assertThat(hint.text()).isEqualTo(line);
            assertThat(String.join(
                            ",", hint.models().stream().map(RepoId::value).toList()))
                    .isEqualTo(models);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # line of a card
                    Acme-Chat-70B is derived from [Other](https://huggingface.co/base/Other-70B).
                    See also [Other](https://huggingface.co/base/Other-70B) for a comparison.
                    This model is based on a transformer architecture.
                    Read our paper at https://huggingface.co/papers/2501.12948
                    This model card is based on the [Other model card](https://huggingface.co/base/Other-70B).
                    Based on that information, we estimate the following CO2 emissions.
                    Download it from [Acme](https://huggingface.co/acme/Acme-Chat-7B).
                    """)
    void aLineAboutAnythingElseIsNone(String line) {
        assertThat(hints(line)).isEmpty();
    }

    @Test
    void onlyTheRowOfThisModelCountsInATableOfSiblings() {
        assertThat(hints("""
                        | Model | Base |
                        | Acme-Chat-1B | [B1](https://huggingface.co/base/Base-1B) |
                        | Acme-Chat-7B | [B7](https://huggingface.co/base/Base-7B) | [get](https://huggingface.co/acme/Acme-Chat-7B) |
                        | Acme-Chat-7B-Long | [B7](https://huggingface.co/base/Base-7B-Long) |
                        """))
                .singleElement()
                .satisfies(hint -> assertThat(hint.models()).containsExactly(RepoId.parse("base/Base-7B")));
    }

    @Test
    void aTableOfResultsNamesNoBase() {
        assertThat(hints("""
                        | Benchmark | Score | Others |
                        | Acme-Chat-7B | 70 | [A](https://huggingface.co/a/A-7B) and [B](https://huggingface.co/b/B-7B) |
                        """)).isEmpty();
    }

    @Test
    void codeIsNotProse() {
        assertThat(hints("```\nthis model is derived from Base-7B\n```\n")).isEmpty();
    }

    @Test
    void longLinesAreCutInTheHint() {
        LineageHint hint =
                hints("This model is derived from Base-7B " + "x".repeat(900)).getFirst();
        assertThat(hint.text()).hasSize(300);
    }

    @Test
    void theRealDistilledLlamaIsToldFromItsSiblings() throws IOException {
        String name = "deepseek-ai@DeepSeek-R1-Distill-Llama-8B.md";
        Path file = SharedCorpus.payloads().resolve("cards/alain/" + name);
        ModelCard card = CardReader.read(Files.readAllBytes(file));
        List<LineageHint> hints = CardHints.list(RepoId.parse("deepseek-ai/DeepSeek-R1-Distill-Llama-8B"), card);
        List<String> lines = Files.readAllLines(file);
        hints.forEach(hint -> System.out.printf("hint %s line %d %s%n", hint.kind(), hint.line(), hint.models()));
        assertThat(hints).hasSize(2).allSatisfy(hint -> {
            assertThat(hint.models()).containsExactly(RepoId.parse("meta-llama/Llama-3.1-8B"));
            assertThat(lines.get(hint.line() - 1).strip()).startsWith(hint.text());
        });
        assertThat(hints)
                .extracting(LineageHint::kind)
                .containsExactly(LineageHint.Kind.LINKED_MODEL, LineageHint.Kind.ORIGIN_STATEMENT);
    }

    @Test
    void hintsOnTheWholeCorpusArePrinted() throws IOException {
        int cards = 0;
        int hinted = 0;
        for (Path file : SharedCorpus.list("cards", ".md")) {
            String stem = file.getFileName()
                    .toString()
                    .replaceAll("\\.md$", "")
                    .replace("__", "/")
                    .replace("@", "/");
            var id = RepoId.find(stem);
            if (id.isPresent()) {
                cards++;
                List<LineageHint> hints = CardHints.list(id.get(), CardReader.read(Files.readAllBytes(file)));
                hinted += hints.isEmpty() ? 0 : 1;
                if (Boolean.getBoolean("licet.print.hints")) {
                    hints.forEach(
                            h -> System.out.printf("%s %s %d %s %s%n", stem, h.kind(), h.line(), h.models(), h.text()));
                }
            }
        }
        System.out.printf("hints: %d of %d real cards name an origin in their prose%n", hinted, cards);
        assertThat(hinted).isPositive();
    }

    private static List<LineageHint> hints(String body) {
        return CardHints.list(SELF, CardReader.read("---\nlicense: mit\ntags: []\n---\n" + body));
    }
}
