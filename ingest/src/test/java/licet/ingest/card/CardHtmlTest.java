package licet.ingest.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.ingest.SharedCorpus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardHtmlTest {
    private static final CardHtml CARD =
            new CardHtml(Optional.of(URI.create("https://hub.example/acme/chat-7b/blob/main/README.md")));
    private static final Set<String> ATTRIBUTES = Set.of("href", "rel", "align", "colspan", "rowspan", "start");

    private static final Set<String> FORBIDDEN = Set.of(
            "script",
            "style",
            "link",
            "iframe",
            "object",
            "embed",
            "form",
            "input",
            "button",
            "img",
            "svg",
            "math",
            "video",
            "audio",
            "picture",
            "source",
            "meta",
            "base",
            "template",
            "h1",
            "h2");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # card                                        | HTML
                    # Title                                       | <h3>Title</h3>
                    ##### Small                                   | <h6>Small</h6>
                    a **b** `c`                                   | <p>a <strong>b</strong> <code>c</code></p>
                    <b>x</b><h1>y</h1>                            | <p><b>x</b></p><h3>y</h3>
                    [x](https://a.example/b)                      | <p><a href="https://a.example/b" rel="nofollow noopener noreferrer">x</a></p>
                    [x](LICENSE)                                  | <p><a href="https://hub.example/acme/chat-7b/blob/main/LICENSE" rel="nofollow noopener noreferrer">x</a></p>
                    [x](/other/model)                             | <p><a href="https://hub.example/other/model" rel="nofollow noopener noreferrer">x</a></p>
                    [x](#section)                                 | <p>x</p>
                    ![picture](p.png)                             | <p><a href="https://hub.example/acme/chat-7b/blob/main/p.png" rel="nofollow noopener noreferrer">picture</a></p>
                    [![badge](https://b.example/b.svg)](https://t.example) | <p><a href="https://t.example" rel="nofollow noopener noreferrer">badge</a></p>
                    <img src="https://b.example/i.png">           | <a href="https://b.example/i.png" rel="nofollow noopener noreferrer">image</a>
                    """)
    void markdownBecomesPlainStructure(String card, String html) {
        assertThat(CARD.render(card).html().strip()).isEqualToIgnoringWhitespace(html);
    }

    @Test
    void tablesKeepTheirAlignment() {
        Document page = Jsoup.parseBodyFragment(
                CARD.render("| a | b |\n|:--|--:|\n| 1 | 2 |\n").html());
        assertThat(page.select("td")).extracting(Element::text).containsExactly("1", "2");
        assertThat(page.select("td[align=right]")).extracting(Element::text).containsExactly("2");
    }

    @Test
    void withoutAnAddressRelativeLinksAreText() {
        var card = new CardHtml(Optional.empty());
        assertThat(card.render("[x](LICENSE) [y](//evil.example)").html().strip())
                .isEqualTo("<p>x y</p>");
    }

    static List<String> hostile() {
        return List.of(
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"javascript:alert(1)\" alt=\"x\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java\tscript:alert(1)\">x</a>",
                "<a href=\"jav&#x61;script:alert(1)\">x</a>",
                "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
                "<a href=\"vbscript:x\" onclick=\"alert(1)\">x</a>",
                "<a href=\"blob:https://a.example/1\">x</a>",
                "<a href='https://a.example' target='_blank' style='position:fixed;top:0' class='x' id='y'>x</a>",
                "[x](javascript:alert(1))",
                "[x](data:text/html,alert)",
                "![x](javascript:alert(1))",
                "<javascript:alert(1)>",
                "[x]: javascript:alert(1)\n\n[x]",
                "<svg onload=alert(1)><script>alert(1)</script><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
                "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
                "<style>body{background:url(https://evil.example)}</style>",
                "<p style=\"background:url(https://evil.example)\">x</p>",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<iframe src=\"https://evil.example\" srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=\"https://evil.example\"></object><embed src=\"https://evil.example\">",
                "<form action=\"https://evil.example\"><input name=password><button>go</button></form>",
                "<video src=https://evil.example/x.mp4 autoplay></video><audio src=x></audio>",
                "<picture><source srcset=\"https://evil.example/x.png\"><img srcset=\"https://evil.example/y.png\"></picture>",
                "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
                "<base href=\"https://evil.example/\">",
                "<template><script>alert(1)</script></template>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<div><table><tr><td><iframe><script>alert(1)</script></iframe></td></tr></table></div>",
                "<!--[if IE]><script>alert(1)</script><![endif]--><!-- <script> -->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "</div></main></body><script>alert(1)</script>",
                "<td background=\"https://evil.example/x.png\">x</td>",
                "<a href=\"https://a.example\" ping=\"https://evil.example\">x</a>",
                "<details open ontoggle=alert(1)>x</details>",
                "```html\n<script>alert(1)</script>\n```",
                "<x".repeat(2_000),
                "<p id=config name=body><a name=cookie id=document>x</a></p>");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingThatRunsOrLoadsRemains(String card) {
        requireHarmless(CARD.render(card).html());
        requireHarmless(CARD.render("text\n\n" + card + "\n\n> - " + card).html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "[", "![", "*a **a ", "<div>", "`", "((((", "|a", "<!--", "&", "\\"})
    void deepOrRepeatedMarksCostNeitherStackNorTime(String mark) {
        String bomb = mark.repeat(20_000) + "x" + "](y)".repeat(20_000);
        assertTimeout(
                Duration.ofSeconds(20), () -> requireHarmless(CARD.render(bomb).html()));
    }

    @Test
    void aLongCardIsCutAtALineAndSaysSo() {
        RenderedCard cut = CARD.render("line of a card\n".repeat(40_000));
        assertThat(cut.cut()).isTrue();
        assertThat(cut.html()).endsWith("line of a card</p>\n");
        assertThat(CARD.render("short").cut()).isFalse();
    }

    @Test
    void everyRealCardIsRenderedWithoutAnythingThatLoads() throws IOException {
        int links = 0;
        List<Path> cards = SharedCorpus.list("cards", ".md");
        for (Path file : cards) {
            RenderedCard rendered =
                    CARD.render(CardReader.read(Files.readAllBytes(file)).body());
            requireHarmless(rendered.html());
            links += Jsoup.parseBodyFragment(rendered.html()).select("a").size();
            assertThat(rendered.cut()).isFalse();
        }
        System.out.printf("cards: %d rendered with %d links%n", cards.size(), links);
        assertThat(links).isGreaterThan(1_000);
    }

    /** Looked at by another parser than the one that cleaned it. */
    private static void requireHarmless(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        List<String> harmful = new ArrayList<>();
        for (Element element : page.body().getAllElements()) {
            if (FORBIDDEN.contains(element.normalName())) {
                harmful.add(element.normalName());
            }
            for (Attribute attribute : element.attributes()) {
                boolean link = attribute.getKey().equals("href");
                if (!ATTRIBUTES.contains(attribute.getKey())
                        || (link && !attribute.getValue().matches("(?i)(https?|mailto):.*"))
                        || (link && !element.attr("rel").equals("nofollow noopener noreferrer"))) {
                    harmful.add(element.normalName() + " " + attribute);
                }
            }
        }
        assertThat(harmful).isEmpty();
    }
}
