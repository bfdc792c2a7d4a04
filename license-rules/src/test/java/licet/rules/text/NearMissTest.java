package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import licet.rules.Corpus;
import licet.rules.evidence.Identification.NearMiss;
import licet.rules.evidence.SampleTexts;
import licet.rules.license.LicenseKey;
import org.junit.jupiter.api.Test;

/** A changed text is shown as a difference and never taken for the original. */
class NearMissTest {
    private static final Map<String, String> TEXTS = Corpus.texts();

    private final TextRecognizer recognizer = SampleTexts.KNOWLEDGE.recognizer();

    @Test
    void mitInsideALongerTextIsNotMit() {
        NearMiss miss = near(SampleTexts.text("longer"));
        assertThat(miss.license().value()).isEqualTo("mit");
        assertThat(miss.added()).containsExactly("The Software must not be used by anybody whose name begins with X");
    }

    @Test
    void aConditionInTheCopyrightLineIsNotMit() {
        NearMiss miss = near(SampleTexts.text("mit").replace("A sample holder", "A holder. Non-commercial use only."));
        assertThat(miss.added().toString()).contains("Non-commercial use only");
    }

    @Test
    void anotherNumberIsAnotherLicense() {
        String text = text("llama-3.3-community").replace("700 million", "900 million");
        NearMiss miss = near(text);
        assertThat(miss.license().value()).isEqualTo("llama-3.3-community");
        assertThat(miss.added()).allSatisfy(passage -> assertThat(passage).isEqualTo("900"));
    }

    @Test
    void aMissingSectionIsNamed() {
        String text = text("llama-3.1-community");
        String cut = text.substring(0, text.indexOf("2. Additional")) + text.substring(text.indexOf("3. Disclaimer"));
        assertThat(near(cut).missingSections()).containsExactly("2");
    }

    @Test
    void aPassageThatComesTwiceIsShownOnce() {
        String text = text("llama-3.3-community").replace("Meta Platforms", "Somebody Else");
        assertThat(near(text).added()).doesNotHaveDuplicates().contains("Somebody Else");
    }

    @Test
    void ofVeryManyPassagesTheShortestAreLeftOut() {
        var text = new StringBuilder();
        String[] words = text("spdx-Apache-2.0").split("\\s+");
        for (int index = 0; index < words.length; index++) {
            text.append(words[index]).append(' ');
            if (index % 25 == 24) {
                text.append("Addition ").append("x".repeat(index / 25)).append(" here. ");
            }
        }
        assertThat(near(text.toString()).added()).hasSize(40).last().asString().startsWith("Addition ");
    }

    @Test
    void aSectionIsNamedOnce() {
        String text = text("spdx-Apache-2.0");
        assertThat(near(text.substring(0, text.length() / 2)).missingSections())
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void aKnownTextInsideAMuchLongerOneIsNear() {
        String other = text("llama-3.1-community").replace("Llama", "Alpaca");
        assertThat(near(text("spdx-Apache-2.0") + other + other.replace(" the ", " whatever "))
                        .license()
                        .value())
                .isIn("apache-2.0", "llama-3.1-community");
        assertThat(near(SampleTexts.text("mit") + wordy(2_000)).license().value())
                .isEqualTo("mit");
        assertThat(recognizer.recognize(SampleTexts.text("mit").substring(0, 500) + wordy(2_000)))
                .isEqualTo(new Recognition.Unknown());
    }

    private static String wordy(int words) {
        return IntStream.range(0, words).mapToObj(index -> "word" + index).collect(Collectors.joining(" "));
    }

    @Test
    void eitherHalfOfABilingualTextIsTheText() {
        String title = "Invented model license\n\n";
        var letters = new StringBuilder();
        var signs = new StringBuilder();
        for (int index = 0; index < 40; index++) {
            letters.append("Rule %d: nobody shall sell the model number %d.\n".formatted(index, index * 3));
            signs.append("规则 %d：任何人不得出售模型编号 %d。\n".formatted(index, index * 3));
        }
        var print = Fingerprinting.of(
                Fingerprint.Kind.LICENSE, new LicenseKey("invented"), title + signs + "\n" + letters, List.of());
        var own = new TextRecognizer(List.of(print), List.of(), List.of());
        var exact = new Recognition.Exact(new LicenseKey("invented"), false);
        assertThat(own.recognize(title + signs + "\n" + letters)).isEqualTo(exact);
        assertThat(own.recognize(title + letters)).isEqualTo(exact);
        assertThat(own.recognize(signs.toString())).isEqualTo(exact);
        assertThat(own.recognize(title + signs)).isEqualTo(exact);
        assertThat(own.recognize(title + letters + "\n" + signs)).isEqualTo(exact);
        String changed = signs.toString().replaceFirst("不得", "可以");
        assertThat(own.recognize(letters + "\n" + changed)).isInstanceOf(Recognition.Near.class);
        assertThat(own.recognize(changed + "\n" + letters)).isInstanceOf(Recognition.Near.class);
        assertThat(own.recognize(changed)).isInstanceOf(Recognition.Near.class);
    }

    @Test
    void anotherVersionIsNeverTheSame() {
        NearMiss miss = near(text("llama-3.1-community").replace("3.1", "3.9"));
        assertThat(miss.license().value()).startsWith("llama-3");
        assertThat(miss.added()).isNotEmpty();
    }

    @Test
    void apacheWithOneMoreSentenceIsNotApache() {
        String text = text("spdx-Apache-2.0").replace("END OF TERMS", "10. Military use is forbidden.\n\nEND OF TERMS");
        assertThat(near(text).added()).containsExactly("10. Military use is forbidden");
    }

    @Test
    void otherWordsAreUnknown() {
        assertThat(recognizer.recognize(SampleTexts.text("strange"))).isEqualTo(new Recognition.Unknown());
        assertThat(recognizer.recognize("")).isEqualTo(new Recognition.Unknown());
    }

    private NearMiss near(String text) {
        return assertThat(recognizer.recognize(text))
                .asInstanceOf(type(Recognition.Near.class))
                .actual()
                .miss();
    }

    private static String text(String id) {
        return Objects.requireNonNull(TEXTS.get(id));
    }
}
