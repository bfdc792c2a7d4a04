package licet.web.layout;

import jakarta.inject.Singleton;
import java.util.Map;
import licet.web.assets.Assets;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** Renders one template inside the frame. */
@Singleton
public final class Pages {
    private final TemplateEngine engine;
    private final Assets assets;
    private final Show show;

    public Pages(TemplateEngine engine, Assets assets, Texts texts) {
        this.engine = engine;
        this.assets = assets;
        this.show = new Show(texts);
    }

    /** @param view what the template shows, under the name {@code view} */
    public String render(String template, Page page, Object view) {
        var context = new Context(Texts.LOCALE, Map.of("page", page, "view", view, "assets", assets, "show", show));
        return engine.process(template, context);
    }
}
