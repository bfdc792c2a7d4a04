package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NormalTextLawsTest {
    @Property(tries = 300)
    void normalFormOfANormalFormIsItself(@ForAll("texts") String text) {
        String once = NormalText.of(text).joined();
        assertThat(NormalText.of(once).joined()).isEqualTo(once);
    }

    @Property(tries = 300)
    void dressDoesNotMatter(@ForAll("texts") String text) {
        String plain = NormalText.of(text).joined();
        Dresses.ALL.forEach((dress, change) ->
                assertThat(NormalText.of(change.apply(text)).joined()).as(dress).isEqualTo(plain));
    }

    @Property(tries = 300)
    void anyTextIsRead(@ForAll String text) {
        NormalText normal = NormalText.of(text);
        if (normal.size() > 0) {
            assertThat(normal.joined().split(" ", -1)).hasSize(normal.size()).doesNotContain("");
        } else {
            assertThat(normal.joined()).isEmpty();
        }
    }

    @Property(tries = 200)
    void anotherWordIsAnotherText(@ForAll("texts") String text) {
        assertThat(NormalText.of(text + "\n\nnever").sha256())
                .isNotEqualTo(NormalText.of(text).sha256());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> word = Arbitraries.of(
                "the",
                "License",
                "non-exclusive",
                "user's",
                "\u201CMaterials\u201D",
                "700",
                "million",
                "$20",
                "50%",
                "Section",
                "2.1",
                "https://example.org/a_b/use-policy",
                "(a)",
                "iv.",
                "grant",
                "Llama",
                "3.1");
        Arbitrary<String> paragraph =
                word.list().ofMinSize(3).ofMaxSize(30).map(words -> "it " + String.join(" ", words));
        return paragraph.list().ofMinSize(1).ofMaxSize(6).map((List<String> all) -> String.join("\n\n", all));
    }
}
