package licet.ingest.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The card cases C1 to C16: what the Hub's own tools accept, and what must not hurt. */
class CardReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nlicense: mit\n---\n# Body\n",
                "\n\n  \n---\nlicense: mit\n---\n# Body\n",
                "---\r\nlicense: mit\r\n---\r\n# Body\n",
                "---\rlicense: mit\r---\n# Body\n",
                "---\nlicense: mit\n--- \t\n# Body\n",
                "\uFEFF---\nlicense: mit\n---\n# Body\n",
                "\uFEFF\n---\nlicense: mit\n---\n# Body\n",
                "---\nlicense:\tmit\n---\n# Body\n"
            })
    void aBlockIsFoundInAllItsForms(String text) {
        ModelCard card = CardReader.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(card.frontMatter().license()).containsExactly("mit");
        assertThat(card.body()).isEqualTo("# Body\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"# Title\n---\nlicense: mit\n---\n", "text", "", "---\nlicense: mit\n", "----\na: b\n----\n"})
    void withoutABlockTheFieldsAreEmptyAndThatIsNoted(String text) {
        ModelCard card = CardReader.read(text);
        assertThat(card.frontMatter().fields()).isEmpty();
        assertThat(kinds(card)).containsExactly(CardProblem.Kind.NO_FRONT_MATTER);
        assertThat(card.body()).isEqualTo(text);
        assertThat(card.bodyLine()).isEqualTo(1);
    }

    @Test
    void theBodyKnowsItsLineInTheFile() {
        assertThat(CardReader.read("\n---\nlicense: mit\nx: 1\n---\nfirst\n").bodyLine())
                .isEqualTo(6);
        assertThat(CardReader.read("---\r\na: b\r\n---\r\nfirst").bodyLine()).isEqualTo(4);
    }

    @Test
    void anEmptyBlockEndsAtTheNextFence() {
        ModelCard empty = CardReader.read("---\r\n\r\n---\r\nbody");
        assertThat(empty.frontMatter().fields()).isEmpty();
        assertThat(empty.body()).isEqualTo("body");
        ModelCard real = CardReader.read("---\r\n---\r\n\r\n---\r\nlicense: mit\r\n---\r\nbody");
        assertThat(real.body()).contains("license: mit");
    }

    @Test
    void aFenceThatNeverClosesCostsNoTime() {
        String hostile = "---" + "\n".repeat(200_000);
        assertTimeout(Duration.ofSeconds(5), () -> CardReader.read(hostile));
        assertTimeout(Duration.ofSeconds(5), () -> CardReader.read("---\n" + " \n".repeat(200_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- a\n- b", "just text", "42"})
    void aBlockWithoutFieldsIsNoted(String yaml) {
        assertThat(kinds(card(yaml))).containsExactly(CardProblem.Kind.NOT_A_MAPPING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ card_data }}",
                "a: [1, 2",
                "license: 'mit",
                "a: b: c",
                "%TAG ! x",
                "a: *unknown",
                "a: !!java.lang.Object {}"
            })
    void unreadableYamlIsAProblemAndNoCrash(String yaml) {
        ModelCard card = card(yaml);
        assertThat(card.frontMatter().fields()).isEmpty();
        assertThat(kinds(card)).containsExactly(CardProblem.Kind.MALFORMED);
    }

    @Test
    void wordsStayWords() {
        FrontMatter fields = card("language: [no, en, on, yes]\nemissions: 24_700_000\nversion: 012")
                .frontMatter();
        assertThat(fields.languages()).containsExactly("no", "en", "on", "yes");
        assertThat(fields.text("emissions")).contains("24_700_000");
    }

    @Test
    void unusualEscapesAreRepairedAndNoted() {
        ModelCard card = card("license: mit\nprompt: \"a\\Lb\\_c \\\\L\"");
        assertThat(card.frontMatter().text("prompt")).contains("a\u2028b\u00a0c \\L");
        assertThat(card.frontMatter().license()).containsExactly("mit");
    }

    @Test
    void aRepeatedKeyIsNotedAndTheLastOneCounts() {
        ModelCard card = card("license: mit\nlicense: apache-2.0");
        assertThat(card.frontMatter().license()).containsExactly("apache-2.0");
        assertThat(kinds(card)).containsExactly(CardProblem.Kind.DUPLICATE_KEY);
    }

    @Test
    void bombsAreRefused() {
        var aliases = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            aliases.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
        }
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(card(aliases.toString()).frontMatter().fields())
                        .isEmpty());
        ModelCard deep = card("a: " + "[".repeat(5_000) + "]".repeat(5_000));
        assertThat(kinds(deep)).containsExactly(CardProblem.Kind.REFUSED);
        ModelCard huge = card("a: " + "x".repeat(FrontMatterReader.MAX_LENGTH));
        assertThat(kinds(huge)).containsExactly(CardProblem.Kind.REFUSED);
    }

    @Test
    void aListOrAnEmptyTextOrAnotherCaseStandsAsWritten() {
        assertThat(card("license: [PUBLIC DOMAIN NOTICE, mit]").frontMatter().license())
                .containsExactly("PUBLIC DOMAIN NOTICE", "mit");
        assertThat(card("license: ''").frontMatter().license()).containsExactly("");
        assertThat(card("license: MIT").frontMatter().license()).containsExactly("MIT");
        assertThat(card("license:").frontMatter().license()).isEmpty();
    }

    @Test
    void everyFieldIsKeptInItsOrder() {
        FrontMatter fields =
                card("zeta: 1\nlicense: other\nlicense_name: x\nlicense_link: LICENSE\nnew_field: {a: [b]}")
                        .frontMatter();
        assertThat(fields.fields().keySet())
                .containsExactly("zeta", "license", "license_name", "license_link", "new_field");
        assertThat(fields.licenseName()).contains("x");
        assertThat(fields.licenseLink()).contains("LICENSE");
    }

    @Test
    void baseModelsAreOneOrManyAsWritten() {
        assertThat(card("base_model: https://huggingface.co/a/b\nbase_model_relation: merge")
                        .frontMatter())
                .satisfies(f -> assertThat(f.baseModels()).containsExactly("https://huggingface.co/a/b"))
                .satisfies(f -> assertThat(f.baseModelRelation()).contains("merge"));
        assertThat(card("base_model:\n- a/b\n- /data/model").frontMatter().baseModels())
                .containsExactly("a/b", "/data/model");
        assertThat(card("tags: [a, b, a]").frontMatter().tags()).containsExactly("a", "b");
    }

    @Test
    void textThatIsNotUtf8KeepsItsIds() {
        ModelCard card =
                CardReader.read("---\nlicense: mit\nauthor: Jos\u00e9\n---\nx".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(card.frontMatter().license()).containsExactly("mit");
        assertThat(kinds(card)).containsExactly(CardProblem.Kind.NOT_UTF8);
    }

    @Test
    void textInUtf16IsReadByItsMark() {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            ModelCard card = CardReader.read("\uFEFF---\nlicense: mit\nauthor: \u6a21\n---\nx".getBytes(charset));
            assertThat(card.frontMatter().license()).containsExactly("mit");
            assertThat(card.frontMatter().text("author")).contains("\u6a21");
            assertThat(card.body()).isEqualTo("x");
            assertThat(kinds(card)).containsExactly(CardProblem.Kind.NOT_UTF8);
        }
    }

    @Test
    void threeMegabytesCostLittle() {
        String longBody = "---\nlicense: mit\n---\n" + "word ".repeat(600_000);
        String longField = "---\nlicense: mit\nx: " + "y".repeat(3 << 20) + "\n---\n";
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(CardReader.read(longBody).frontMatter().license())
                        .containsExactly("mit"));
        assertThat(kinds(CardReader.read(longField))).containsExactly(CardProblem.Kind.REFUSED);
    }

    private static ModelCard card(String yaml) {
        return CardReader.read("---\n" + yaml + "\n---\nbody\n");
    }

    private static List<CardProblem.Kind> kinds(ModelCard card) {
        return card.problems().stream().map(CardProblem::kind).toList();
    }
}
