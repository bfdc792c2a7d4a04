package licet.registry.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    @Test
    void isAVersionSevenUuid() {
        var id = TimeOrderedId.at(Instant.ofEpochMilli(0x0123456789ABL));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("01234567-89ab-7");
    }

    @Test
    void sortsByTimeAndNeverRepeats() {
        var ids = IntStream.range(0, 1000)
                .mapToObj(i -> TimeOrderedId.at(Instant.ofEpochMilli(i)).toString())
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }
}
