package licet.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import licet.rules.Corpus;
import licet.rules.evidence.SampleTexts;
import licet.rules.license.LicenseKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A copy that names its own developer inside the text is the text; one that says more at that place is not. */
class FillInsTest {
    private static final Map<String, String> TEXTS = Corpus.texts();

    private final TextRecognizer recognizer = SampleTexts.KNOWLEDGE.recognizer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            BSD-3-Clause       | the copyright holder nor           | Sample Labs, Inc. nor                         | bsd-3-clause
            BSD-3-Clause       | the copyright holder nor           | the University of Somewhere nor               | bsd-3-clause
            BSD-3-Clause       | THE COPYRIGHT HOLDER OR CONTRIBUTORS | THE COPYRIGHT OWNER OR CONTRIBUTORS         | bsd-3-clause
            BSD-2-Clause       | THE COPYRIGHT HOLDER OR CONTRIBUTORS | THE COPYRIGHT OWNER OR CONTRIBUTORS | bsd-2-clause
            BSD-2-Clause       | THE COPYRIGHT HOLDER OR CONTRIBUTORS | NOBODY                       |
            BSD-3-Clause-Clear | [Owner Organization] nor           | Sample Labs nor                               | bsd-3-clause-clear
            ISC                | ISC DISCLAIMS                      | THE AUTHOR DISCLAIMS                          | isc
            ISC                | SHALL ISC BE                       | SHALL SAMPLE LABS BE                          | isc
            NCSA               | <Name of Development Group, Name of Institution>, | Sample Labs,                   | ncsa
            BSD-3-Clause       | the copyright holder nor           | anybody who may be named nor                  |
            BSD-3-Clause       | the copyright holder nor           | Sample Labs, whose models are not for sale, nor |
            BSD-3-Clause       | THE COPYRIGHT HOLDER OR CONTRIBUTORS | THE HOLDER, ONLY IF ASKED,                  |
            BSD-3-Clause       | nor the names of its contributors  | nor those of its contributors                 |
            ISC                | ISC DISCLAIMS                      | THE LICENSEE PAYS ACME TEN PERCENT AND ACME DISCLAIMS |
            ISC                | SHALL ISC BE                       | SHALL ACME, WHICH IS OWED A ROYALTY, BE       |
            MIT                | SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE | SHALL SAMPLE LABS BE                   |
            """)
    void names(String text, String original, String filledIn, String license) {
        String known = text(text);
        String copy = known.replace(original, filledIn);
        assertThat(copy).isNotEqualTo(known);
        var found = recognizer.recognize(copy);
        if (license == null) {
            assertThat(found).isInstanceOf(Recognition.Near.class);
        } else {
            assertThat(found).isEqualTo(new Recognition.Exact(new LicenseKey(license), false));
        }
    }

    private static String text(String name) {
        return Objects.requireNonNull(TEXTS.get("spdx-" + name), name);
    }
}
