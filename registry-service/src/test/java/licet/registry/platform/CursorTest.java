package licet.registry.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "+", "meta-llama/llama", "2026-11-02T09:00:00Z", "\u001f", "\u00e4\ud83d\ude80"})
    void comesBackAsItWent(@Nullable String value) {
        var cursor = new Cursor("name", value, Long.MAX_VALUE);
        assertThat(Cursor.parse(cursor.text(), "name")).contains(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isGoodForItsOwnSortOnly() {
        assertThat(Cursor.parse(new Cursor("name", "a", 1).text(), "released")).isEmpty();
    }

    @Test
    void anyDamageIsFound() {
        var text = new Cursor("name", "meta-llama/llama", 42).text();
        for (var i = 0; i < text.length(); i++) {
            var damaged = new StringBuilder(text);
            damaged.setCharAt(i, text.charAt(i) == 'A' ? 'B' : 'A');
            assertThat(Cursor.parse(damaged.toString(), "name")).as("at %d", i).isEmpty();
        }
        for (var garbage : Arrays.asList("", "!", "AAAA", text + "A", text.substring(1), "a b")) {
            assertThat(Cursor.parse(garbage, "name")).as(garbage).isEmpty();
        }
    }

    @Test
    void randomTextIsNoCursor() {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(Cursor.parse(text, "name")).isEmpty();
        }
    }
}
