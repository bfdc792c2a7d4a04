package licet.web.pages;

import licet.web.assets.Assets;
import licet.web.layout.Page;
import licet.web.layout.Pages;
import licet.web.layout.TestEngine;
import licet.web.layout.Texts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Pages as the product renders them, without a server. */
final class PageRenderer {
    private static final Texts TEXTS = new Texts();
    private static final Pages PAGES = new Pages(TestEngine.create(TEXTS), new Assets(), TEXTS);

    private PageRenderer() {}

    static String html(String template, Page page, Object view) {
        return PAGES.render(template, page, view);
    }

    static Document document(String template, Page page, Object view) {
        return Jsoup.parse(html(template, page, view));
    }
}
