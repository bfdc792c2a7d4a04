package licet.registry.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.decision.Facet;
import org.junit.jupiter.api.Test;

class MixesTest {
    private static final Map<String, Long> COUNTS =
            Map.of("mit", 5L, "apache-2.0", 9L, "gemma", 2L, "empty", 0L, "b", 2L);

    private static Dashboard.Mix top(int shown) {
        return Mixes.top(Facet.LICENSE, COUNTS, 20, shown, _ -> Optional.empty());
    }

    @Test
    void theMostFrequentStandFirstAndTheRestIsCounted() {
        var mix = top(2);
        assertThat(mix.top()).extracting(Dashboard.Share::value).containsExactly("apache-2.0", "mit");
        assertThat(mix.others()).isEqualTo(4);
        assertThat(mix.otherValues()).isEqualTo(2);
        assertThat(mix.without()).isEqualTo(2);
    }

    @Test
    void oneValueIsNeverHiddenBehindARest() {
        assertThat(top(3).top()).hasSize(4);
        assertThat(top(3).otherValues()).isZero();
    }

    @Test
    void filtersAreWrittenAsAddressesWriteThem() {
        var mix = Mixes.each(Facet.COUNTRY, List.of("??", "FR"), Map.of("??", 3L));
        assertThat(mix.top()).extracting(Dashboard.Share::filter).containsExactly("country=%3F%3F", "country=FR");
        assertThat(mix.top()).extracting(Dashboard.Share::models).containsExactly(3L, 0L);
    }
}
