package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import licet.rules.Corpus;
import licet.rules.Knowledge;
import licet.rules.evidence.Identification.NearMiss;
import licet.rules.evidence.SampleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A changed text is shown as a difference and never taken for the original. */
class NearMissTest {
    private final TextRecognizer recognizer = Knowledge.load(false).recognizer();

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

    @Test
    @Timeout(60)
    void hostileTextsTakeNoTime() {
        for (String part :
                new String[] {"<a ", "](http://x ", "](http://- ", "a-\n", "&a", "((((", "copyright 2020 \n"}) {
            assertThat(recognizer.recognize(part.repeat(100_000))).isEqualTo(new Recognition.Unknown());
        }
    }

    private NearMiss near(String text) {
        return assertThat(recognizer.recognize(text))
                .asInstanceOf(type(Recognition.Near.class))
                .actual()
                .miss();
    }

    private static String text(String id) {
        return java.util.Objects.requireNonNull(Corpus.texts().get(id));
    }
}
