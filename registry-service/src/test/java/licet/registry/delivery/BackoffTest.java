package licet.registry.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "8, 640", "15, 81920", "16, 86400", "200, 86400"})
    void itDoublesUpToADayAndSpreads(int tries, long seconds) {
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            var wait = Backoff.after(tries, Optional.empty(), random).toMillis() / 1000.0;
            assertThat(wait).isBetween(seconds * 0.8, seconds * 1.2);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 60, 60", "1, 1, 4", "1, 999999, 86400"})
    void theReceiverMayAskForMoreUpToADay(int tries, long asked, long least) {
        var wait = Backoff.after(tries, Optional.of(Duration.ofSeconds(asked)), new Random(7));
        assertThat(wait.toSeconds()).isBetween(least, Math.max(least, 6));
    }
}
