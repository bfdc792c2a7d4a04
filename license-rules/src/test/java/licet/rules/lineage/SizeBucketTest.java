package licet.rules.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters in the steps that policies speak of. */
class SizeBucketTest {
    @ParameterizedTest
    @CsvSource({
        "1, UP_TO_4B",
        "4000000000, UP_TO_4B",
        "4000000001, UP_TO_15B",
        "15000000000, UP_TO_15B",
        "15000000001, UP_TO_40B",
        "40000000000, UP_TO_40B",
        "40000000001, UP_TO_100B",
        "100000000000, UP_TO_100B",
        "100000000001, ABOVE_100B",
        "2779931837184, ABOVE_100B"
    })
    void steps(long parameters, Traits.SizeBucket bucket) {
        assertThat(Traits.SizeBucket.of(parameters)).isEqualTo(bucket);
    }
}
