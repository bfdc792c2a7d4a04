package licet.registry.terms;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The words of a page, without what changes with every visit: scripts, navigation, hidden fields. */
final class VisibleText {
    private static final String CHROME = "script, style, noscript, template, nav, header, footer, form, aside";
    /** A page of terms is longer; an error page that calls itself a success is not. */
    private static final int SHORTEST = 500;

    private VisibleText() {}

    /** Empty where there is too little text for terms. */
    static Optional<String> of(byte[] html) {
        var page = Jsoup.parse(new String(html, StandardCharsets.UTF_8));
        page.select(CHROME).remove();
        Element content = Optional.ofNullable(page.selectFirst("main, article")).orElse(page.body());
        return Optional.of(content.text()).filter(text -> text.length() >= SHORTEST);
    }
}
