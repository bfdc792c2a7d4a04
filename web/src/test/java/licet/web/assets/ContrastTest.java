package licet.web.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import licet.web.design.DesignView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colors are tokens, and each pair that meets on a page is held against WCAG in both themes. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("--(\\w+): (#[0-9a-f]{6});");
    private static final double TEXT = 4.5;
    private static final double CONTROL = 3.0;

    private static final String CSS = stylesheet();
    private static final Map<String, String> LIGHT = tokens(CSS.substring(0, darkStart()));
    private static final Map<String, String> DARK = tokens(CSS.substring(darkStart(), CSS.indexOf("box-sizing")));

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, leaf",
        "faint, paper",
        "faint, leaf",
        "accent, paper",
        "accent, leaf",
        "paper, ink",
        "paper, accent"
    })
    void textIsReadable(String text, String ground) {
        assertThat(contrast(LIGHT, text, ground)).as("light").isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(DARK, text, ground)).as("dark").isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"line, paper", "line, leaf"})
    void bordersOfControlsAreVisible(String border, String ground) {
        assertThat(contrast(LIGHT, border, ground)).as("light").isGreaterThanOrEqualTo(CONTROL);
        assertThat(contrast(DARK, border, ground)).as("dark").isGreaterThanOrEqualTo(CONTROL);
    }

    /** What the design page says is what is computed here, for the same pairs. */
    @Test
    void theDesignPageSaysTheSame() {
        var pairs = DesignView.of(CSS, List.of()).pairs();
        assertThat(pairs).hasSize(10).allSatisfy(pair -> {
            assertThat(pair.light()).isEqualTo(contrast(LIGHT, pair.front(), pair.ground()));
            assertThat(pair.dark()).isEqualTo(contrast(DARK, pair.front(), pair.ground()));
            assertThat(pair.light()).isGreaterThanOrEqualTo(pair.least());
            assertThat(pair.dark()).isGreaterThanOrEqualTo(pair.least());
        });
        assertThat(DesignView.of(CSS, List.of()).colors()).hasSameSizeAs(DARK.keySet());
    }

    /** In forced colors the system chooses; tokens then name its colors and no others. */
    @Test
    void forcedColorsReplaceEveryToken() {
        int start = CSS.indexOf("forced-colors: active");
        var forced = CSS.substring(start, CSS.indexOf("}", start));
        assertThat(LIGHT.keySet()).allSatisfy(token -> assertThat(forced).contains("--" + token + ": "));
        assertThat(forced).doesNotContain("#");
    }

    private static int darkStart() {
        return CSS.indexOf("prefers-color-scheme: dark");
    }

    private static String stylesheet() {
        var assets = new Assets().all();
        return new String(assets.getLast().content(), UTF_8);
    }

    private static Map<String, String> tokens(String css) {
        var tokens = new HashMap<String, String>();
        TOKEN.matcher(css).results().forEach(match -> tokens.putIfAbsent(match.group(1), match.group(2)));
        return tokens;
    }

    private static double contrast(Map<String, String> theme, String one, String other) {
        double a = luminance(theme.get(one));
        double b = luminance(theme.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
