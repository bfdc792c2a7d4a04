package licet.ingest.card;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What of a card's HTML remains: structure and text. No style, no script, no form, no frame, nothing that loads. */
final class CardPolicy {
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]?");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");
    private static final Pattern ALIGNMENT = Pattern.compile("(?i)left|right|center");

    private CardPolicy() {}

    static PolicyFactory of(CardLinks links) {
        return new HtmlPolicyBuilder()
                .withPreprocessor(CardRewriter::new)
                .allowElements("p", "div", "span", "br", "hr", "blockquote", "pre", "code", "kbd", "samp", "var")
                .allowElements("h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "details", "summary")
                .allowElements(
                        "em", "strong", "b", "i", "s", "del", "ins", "sub", "sup", "mark", "small", "abbr", "cite")
                .allowElements("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption")
                .allowWithoutAttributes("span")
                .allowAttributes("colspan", "rowspan")
                .matching(SPAN)
                .onElements("th", "td")
                .allowAttributes("align")
                .matching(ALIGNMENT)
                .onElements("th", "td")
                .allowAttributes("start")
                .matching(NUMBER)
                .onElements("ol")
                .allowElements("a")
                .allowUrlProtocols("https", "http", "mailto")
                .allowAttributes("href")
                .matching(links)
                .onElements("a")
                .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
                .disallowTextIn("script", "style", "iframe", "object", "noscript", "template", "svg", "math", "select")
                .toFactory();
    }
}
