package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import licet.rules.evidence.SampleTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading takes time in proportion to the length, whatever a text holds. */
class HostileTextLawsTest {
    private final TextRecognizer recognizer = SampleTexts.KNOWLEDGE.recognizer();

    @Test
    @Timeout(60)
    void hostileTextsTakeNoTime() {
        for (String part : new String[] {
            "<a ",
            "](http://x ",
            "](http://- ",
            "a-\n",
            "a- ",
            "&a",
            "((((",
            "copyright 2020 \n",
            "1. ",
            "(a)\n",
            "1.1.1 x\n",
            "版 a "
        }) {
            assertThat(recognizer.recognize(part.repeat(100_000))).isEqualTo(new Recognition.Unknown());
        }
    }
}
