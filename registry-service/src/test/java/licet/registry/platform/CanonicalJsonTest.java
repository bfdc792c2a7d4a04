package licet.registry.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void oneValueHasOneSpelling() {
        var one = new LinkedHashMap<String, Object>();
        one.put("b", List.of(1, 2L, true));
        one.put("a", Map.of());
        var other = new LinkedHashMap<String, Object>();
        other.put("a", Map.of());
        other.put("b", List.of(1L, 2, true));
        assertThat(CanonicalJson.write(one))
                .isEqualTo(CanonicalJson.write(other))
                .isEqualTo("{\"a\":{},\"b\":[1,2,true]}");
    }

    @Test
    void textIsEscapedWhereItMustBe() {
        assertThat(CanonicalJson.write("\"\\\n\u0001\u00e4/")).isEqualTo("\"\\\"\\\\\\n\\u0001\u00e4/\"");
    }

    @Test
    void nullsEmptyListsAndInstantsHaveAPlace() {
        assertThat(CanonicalJson.write(Arrays.asList(null, List.of(), Instant.EPOCH)))
                .isEqualTo("[null,[],\"1970-01-01T00:00:00Z\"]");
    }

    @Test
    void fractionsAreRefusedSinceTheirSpellingVaries() {
        assertThatThrownBy(() -> CanonicalJson.write(0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
