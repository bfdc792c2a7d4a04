package licet.rules.spdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import licet.rules.spdx.SpdxExpression.Granted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MIT OR ISC                        | ISC OR mit                        | true
            MIT AND (ISC OR Zlib)             | MIT AND ISC OR Zlib AND MIT       | true
            MIT OR MIT AND ISC                | MIT                               | true
            MIT AND (MIT OR ISC)              | MIT                               | true
            GPL-2.0                           | GPL-2.0-only                      | true
            GPL-2.0+                          | GPL-2.0-or-later                  | true
            GPL-2.0                           | GPL-2.0-or-later                  | false
            LGPL-2.1+                         | LGPL-2.1-or-later                 | true
            AGPL-3.0                          | agpl-3.0-only                     | true
            GFDL-1.3-no-invariants-only       | GFDL-1.3-no-invariants            | true
            Apache-2.0+                       | Apache-2.0                        | false
            MIT AND ISC                       | MIT OR ISC                        | false
            MIT                               | MIT-0                             | false
            LicenseRef-x                      | DocumentRef-d:LicenseRef-x        | false
            LicenseRef-x                      | licenseref-X                      | true
            GPL-2.0 WITH a                    | GPL-2.0                           | false
            GPL-2.0 WITH a                    | GPL-2.0-only WITH A               | true
            """)
    void meansTheSame(String left, String right, boolean same) {
        assertThat(choices(left).sameAs(choices(right))).isEqualTo(same);
        assertThat(choices(right).sameAs(choices(left))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MIT OR ISC                        | ISC                               | true
            MIT AND ISC                       | ISC                               | false
            MIT AND ISC                       | ISC,Zlib,MIT                      | true
            (MIT OR ISC) AND Zlib             | ISC,Zlib                          | true
            GPL-2.0+                          | GPL-3.0-only                      | true
            GPL-2.0-or-later                  | GPL-3.0                           | true
            GPL-2.0-only                      | GPL-3.0-only                      | false
            GPL-3.0-only                      | GPL-2.0+                          | true
            GPL-3.0-only                      | GPL-2.0-only                      | false
            GPL-2.0-only                      | GPL-2.0-or-later                  | true
            EUPL-1.2                          | EUPL-1.10+                        | false
            EUPL-1.10                         | EUPL-1.2+                         | true
            EUPL-1.02                         | EUPL-1.2                          | true
            EUPL-1                            | EUPL-1.0                          | true
            BSD-2-Clause+                     | BSD-3-Clause                      | false
            MIT                               | MIT-0                             | false
            MIT-0                             | MIT                               | false
            LGPL-2.1                          | GPL-2.1                           | false
            CC-BY-3.0+                        | CC-BY-NC-4.0                      | false
            CC-BY-3.0+                        | CC-BY-4.0                         | true
            GPL-2.0 WITH a                    | GPL-2.0                           | false
            GPL-2.0                           | GPL-2.0 WITH a                    | false
            GPL-2.0+ WITH a                   | GPL-3.0 WITH a                    | true
            MIT                               | ''                                | false
            """)
    void isSatisfied(String expression, String granted, boolean satisfied) {
        List<Granted> licenses = Stream.of(granted.split(","))
                .filter(each -> !each.isEmpty())
                .map(each -> (Granted) SpdxParserTest.valid(each))
                .toList();
        assertThat(choices(expression).satisfiedBy(licenses)).isEqualTo(satisfied);
    }

    @Test
    void namesTheLicensesOfEachChoice() {
        assertThat(choices("MIT AND (ISC OR MIT AND Zlib)").licenses())
                .map(choice -> choice.stream().map(SpdxExpression::written).toList())
                .containsExactly(List.of("ISC", "MIT"), List.of("MIT", "Zlib"));
    }

    @Test
    void tooManyChoicesAreNotWrittenOut() {
        assertThat(Choices.of(SpdxParserTest.valid(pairs(8)))).isPresent();
        assertThat(Choices.of(SpdxParserTest.valid(pairs(9)))).isEmpty();
        assertThat(Choices.of(SpdxParserTest.valid(pairs(300)))).isEmpty();
        assertThat(Choices.of(SpdxParserTest.valid("MIT" + " OR MIT".repeat(500))))
                .isPresent();
    }

    /** Each pair doubles the choices. */
    private static String pairs(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "(a%d OR b%d)".formatted(index, index))
                .collect(Collectors.joining(" AND "));
    }

    private static Choices choices(String source) {
        return Choices.of(SpdxParserTest.valid(source)).orElseThrow();
    }
}
