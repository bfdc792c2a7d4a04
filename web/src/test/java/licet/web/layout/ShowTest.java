package licet.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowTest {
    private final Show show = new Show(new Texts());

    @ParameterizedTest
    @CsvSource({"560000000, 560M", "8030261248, 8B", "70553706496, 70.6B", "671026419200, 671B", "1040000000000, 1T"})
    void countsParametersAsModelMakersDo(long count, String shown) {
        assertThat(show.parameters(count)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"727, 727 bytes", "18972, 19 kB", "8690000000, 8.7 GB"})
    void writesSizesInDecimalUnits(long count, String shown) {
        assertThat(show.bytes(count)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"1.b.v, § 1.b.v", "2, § 2", "head, head", "Additional Commercial Terms, Additional Commercial Terms"})
    void putsTheSignOnlyBeforeSectionsThatAreCounted(String section, String shown) {
        assertThat(show.section(section)).isEqualTo(shown);
    }

    @Test
    void writesCountsAsWords() {
        var texts = new Texts();
        assertThat(texts.get("catalog.count", 0)).isEqualTo("No models");
        assertThat(texts.get("catalog.count", 1)).isEqualTo("One model");
        assertThat(texts.get("catalog.count", 2534110)).isEqualTo("2,534,110 models");
    }
}
