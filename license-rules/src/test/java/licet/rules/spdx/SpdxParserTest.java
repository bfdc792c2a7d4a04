package licet.rules.spdx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import licet.rules.spdx.SpdxExpression.And;
import licet.rules.spdx.SpdxExpression.Listed;
import licet.rules.spdx.SpdxExpression.Or;
import licet.rules.spdx.SpdxExpression.Referenced;
import licet.rules.spdx.SpdxExpression.With;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpdxParserTest {
    private static final Listed MIT = new Listed("MIT", false);
    private static final Listed ISC = new Listed("ISC", false);
    private static final Listed ZLIB = new Listed("Zlib", false);

    @Test
    void andBindsMoreThanOr() {
        assertThat(valid("MIT OR ISC AND Zlib")).isEqualTo(new Or(List.of(MIT, new And(List.of(ISC, ZLIB)))));
        assertThat(valid("(MIT OR ISC) AND Zlib")).isEqualTo(new And(List.of(new Or(List.of(MIT, ISC)), ZLIB)));
        assertThat(valid("MIT AND ISC AND Zlib")).isEqualTo(new And(List.of(MIT, ISC, ZLIB)));
    }

    @Test
    void withBindsMoreThanAnd() {
        assertThat(valid("GPL-2.0+ WITH Classpath-exception-2.0 AND MIT"))
                .isEqualTo(new And(List.of(new With(new Listed("GPL-2.0", true), "Classpath-exception-2.0"), MIT)));
    }

    @Test
    void referencesAreTakenApart() {
        assertThat(valid("LicenseRef-llama-3.3")).isEqualTo(new Referenced(Optional.empty(), "llama-3.3"));
        assertThat(valid("DocumentRef-a.b:LicenseRef-c")).isEqualTo(new Referenced(Optional.of("a.b"), "c"));
        assertThat(SpdxExpression.idOf(new Referenced(Optional.of("a"), "C"))).isEqualTo("licenseref-c");
        assertThat(SpdxExpression.idOf(new Listed("GPL-2.0", true))).isEqualTo("gpl-2.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mit and (isc or Zlib)                   | mit AND (isc OR Zlib)
            ((MIT))                                 | MIT
            (MIT AND ISC) OR Zlib                   | MIT AND ISC OR Zlib
            MIT AND (ISC AND Zlib)                  | MIT AND ISC AND Zlib
            GPL-2.0-only with Classpath-exception-2.0 | GPL-2.0-only WITH Classpath-exception-2.0
            Apache-2.0 WITH DocumentRef-d:AdditionRef-x | Apache-2.0 WITH DocumentRef-d:AdditionRef-x
            And OR oR                               | And OR oR
            DocumentRef-d:LicenseRef-x              | DocumentRef-d:LicenseRef-x
            """)
    void writesTheCanonicalSpelling(String source, String written) {
        assertThat(valid(source).written()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                        | 1  | expected a license id, found the end
            MIT AND                   | 8  | expected a license id, found the end
            AND MIT                   | 1  | expected a license id, found 'AND'
            MIT ISC                   | 5  | expected AND, OR or the end, found 'ISC'
            (MIT                      | 5  | expected AND, OR or ')', found the end
            MIT)                      | 4  | expected AND, OR or the end, found ')'
            MIT OR ()                 | 9  | expected a license id, found ')'
            MIT +                     | 5  | expected AND, OR or the end, found '+'
            MIT++                     | 5  | expected AND, OR or the end, found '+'
            LicenseRef-x+             | 13 | expected AND, OR or the end, found '+'
            MIT WITH                  | 9  | expected an exception id, found the end
            MIT WITH a WITH b         | 12 | expected AND, OR or the end, found 'WITH'
            MIT WITH a:b              | 10 | 'a:b' is no exception id
            (MIT OR ISC) WITH a       | 14 | expected AND, OR or the end, found 'WITH'
            DocumentRef-x             | 0  | ok
            DocumentRef-x:MIT         | 1  | 'DocumentRef-x:MIT' is no license id
            MIT, ISC                  | 4  | expected AND, OR or the end, found ','
            MIT OR _                  | 8  | expected a license id, found '_'
            """)
    void saysWhereReadingStopped(String source, int column, String reason) {
        if (reason.equals("ok")) {
            assertThat(SpdxParser.parse(source)).isInstanceOf(SpdxParse.Valid.class);
        } else {
            assertThat(SpdxParser.parse(source)).isEqualTo(new SpdxParse.Invalid(column, reason));
        }
    }

    @Test
    void hostileSourcesEnd() {
        assertThat(SpdxParser.parse("(".repeat(5_000)))
                .isEqualTo(new SpdxParse.Invalid(101, "more than 100 parentheses in each other"));
        assertThat(SpdxParser.parse("a".repeat(10_001)))
                .isEqualTo(new SpdxParse.Invalid(10_000, "the expression is longer than 10000 characters"));
        assertThat(valid("(".repeat(100) + "MIT" + ")".repeat(100))).isEqualTo(MIT);
        assertThat(valid("MIT" + " AND MIT".repeat(1_000)).written()).hasSize(8_003);
    }

    static SpdxExpression valid(String source) {
        return switch (SpdxParser.parse(source)) {
            case SpdxParse.Valid(var expression) -> expression;
            case SpdxParse.Invalid(var column, var reason) -> throw new AssertionError(column + ": " + reason);
        };
    }
}
