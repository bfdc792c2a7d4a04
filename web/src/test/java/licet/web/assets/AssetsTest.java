package licet.web.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private final Assets assets = new Assets();

    @Test
    void namesEachFileByItsContent() {
        assertThat(assets.address("site.css")).matches("/assets/site\\.[0-9a-f]{16}\\.css");
        assertThat(assets.find(assets.address("site.css").substring("/assets/".length())))
                .isPresent();
    }

    @Test
    void hasEveryFontThatTheStylesheetNames() {
        var css = new String(assets.all().getLast().content(), UTF_8);
        var fonts = Pattern.compile("url\\(\"/assets/([^\"]+)\"\\)")
                .matcher(css)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(fonts)
                .hasSize(7)
                .allSatisfy(font -> assertThat(assets.find(font)).isPresent());
        assertThat(css).doesNotContain("url(\"fonts/").doesNotContain("http");
    }

    @Test
    void hasTheScriptsThatPagesName() {
        assertThat(assets.address("htmx.min.js")).matches("/assets/htmx\\.min\\.[0-9a-f]{16}\\.js");
        assertThat(assets.find(assets.address("instant.js").substring("/assets/".length())))
                .hasValueSatisfying(script -> assertThat(script.mediaType()).startsWith("text/javascript"));
    }

    @Test
    void servesNothingElse() {
        assertThat(assets.find("../application.yml")).isEmpty();
        assertThat(assets.find("site.css")).isEmpty();
    }
}
