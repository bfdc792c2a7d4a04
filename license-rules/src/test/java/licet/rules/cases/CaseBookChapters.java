package licet.rules.cases;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same book by chapters, for mutation testing only: there the choice of a single test costs far more than a case, and
 * nobody asks which case found a mutant. The name keeps it out of the build, which runs the cases one by one.
 */
class CaseBookChapters {
    static List<String> chapters() {
        return CaseBookTest.files().map(name -> name.substring(0, 1)).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void every_case_comes_out_as_written(String chapter) {
        CaseBookTest.files().filter(name -> name.startsWith(chapter)).forEach(CaseBookTest::check);
    }
}
