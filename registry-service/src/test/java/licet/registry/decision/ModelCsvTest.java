package licet.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void whatASpreadsheetWouldComputeStaysAText(String formula) {
        assertThat(Csv.cell(formula)).isEqualTo("'" + formula);
    }

    @Test
    void controlCharactersThatHideAFormulaAreDefusedAsWell() {
        assertThat(Csv.cell("\t=1")).isEqualTo("'\t=1");
        assertThat(Csv.cell("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(Csv.cell("\n=1")).isEqualTo("\"'\n=1\"");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            `a,b`,        `"a,b"`
            `say "so"`,   `"say ""so\"""`
            `=a,"b"`,     `"'=a,""b\"""`
            `Größe 模型`, `Größe 模型`
            `a-b+c=d@e`,  `a-b+c=d@e`
            ``,           ``
            """)
    void quotesOnlyWhatNeedsIt(String value, String cell) {
        assertThat(Csv.cell(value)).isEqualTo(cell);
    }

    @Test
    void aLineHasACellForEachNameInTheHead() {
        var table = new ModelCsv(List.of("ours", "theirs"));
        var row = new ModelPage.Row(
                1,
                "acme/=cmd",
                "hub",
                Optional.empty(),
                Optional.of("=HYPERLINK(\"x\",\"y\")"),
                Optional.empty(),
                Optional.of("mit"),
                "identified",
                "none",
                Optional.empty(),
                Optional.of(7L),
                Optional.empty(),
                Optional.empty(),
                "examined",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("ours", "ALLOW"));
        assertThat(table.head()).endsWith(",downloads,likes,verdict ours,verdict theirs\r\n");
        assertThat(table.line(row))
                .isEqualTo("acme/=cmd,,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",,mit,identified,none,,7,,,examined,,,"
                        + "ALLOW,NEEDS\r\n");
        assertThat(table.head().chars().filter(c -> c == ',').count()).isEqualTo(15);
    }
}
