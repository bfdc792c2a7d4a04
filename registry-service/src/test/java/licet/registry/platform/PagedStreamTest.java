package licet.registry.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagedStreamTest {
    private int made;

    private PagedStream of(String... pages) {
        Iterator<String> left = List.of(pages).iterator();
        return new PagedStream(() -> {
            if (!left.hasNext()) {
                return Optional.empty();
            }
            made++;
            return Optional.of(left.next().getBytes(UTF_8));
        });
    }

    @Test
    void makesAPageOnlyWhenTheOneBeforeIsRead() throws IOException {
        try (var stream = of("head", "first", "second")) {
            assertThat(made).isZero();
            assertThat(new String(stream.readNBytes(4), UTF_8)).isEqualTo("head");
            assertThat(made).isEqualTo(1);
            assertThat(stream.read()).isEqualTo('f');
            assertThat(made).isEqualTo(2);
            assertThat(new String(stream.readAllBytes(), UTF_8)).isEqualTo("irstsecond");
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void passesOverEmptyPagesAndKeepsEveryByte() throws IOException {
        try (var stream = of("", "ß", "", "模", "")) {
            assertThat(new String(stream.readAllBytes(), UTF_8)).isEqualTo("ß模");
        }
        try (var stream = of()) {
            assertThat(stream.readAllBytes()).isEmpty();
            assertThat(stream.read(new byte[0], 0, 0)).isZero();
        }
    }
}
