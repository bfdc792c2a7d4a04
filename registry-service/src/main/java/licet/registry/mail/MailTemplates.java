package licet.registry.mail;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.alert.AlertNews;
import licet.registry.alert.AlertTexts;
import licet.registry.platform.http.PublicAddress;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes alerts as text and as HTML; whatever comes from elsewhere is escaped by the template. */
@Singleton
class MailTemplates {
    private static final String FOLDER = "licet/registry/mail/";
    private static final String NAME = "alerts";

    private final PublicAddress address;
    private final TemplateEngine text = engine(TemplateMode.TEXT, ".txt");
    private final TemplateEngine html = engine(TemplateMode.HTML, ".html");

    MailTemplates(PublicAddress address) {
        this.address = address;
    }

    private static TemplateEngine engine(TemplateMode mode, String suffix) {
        var resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        var engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** @param link whole address; absent as long as the installation does not know its own */
    record Line(String title, String about, List<String> details, Optional<String> link) {
        Line {
            details = List.copyOf(details);
        }
    }

    /** @param more how many alerts are in the inbox and not in this mail */
    record Body(String subject, List<AlertNews> news, int more) {
        Body {
            news = List.copyOf(news);
        }
    }

    record Written(String text, String html) {}

    Written write(Body body, AlertTexts texts) {
        var context = new Context(texts.language(), variables(body, texts));
        return new Written(text.process(NAME, context).strip() + "\n", html.process(NAME, context));
    }

    private Map<String, Object> variables(Body body, AlertTexts texts) {
        var all = new HashMap<String, Object>();
        all.put("language", texts.language().toLanguageTag());
        all.put("subject", body.subject());
        all.put("lines", body.news().stream().map(this::line).toList());
        all.put("open", texts.get("news.open"));
        all.put("why", texts.get("mail.why"));
        all.put("manage", texts.get("mail.manage"));
        all.put("more", body.more() == 0 ? "" : texts.get("mail.more", body.more()));
        all.put("subscriptions", subscriptions().orElse(""));
        return all;
    }

    private Line line(AlertNews news) {
        return new Line(news.title(), news.about(), news.details(), whole(news.path()));
    }

    Optional<String> subscriptions() {
        return whole("/subscriptions");
    }

    private Optional<String> whole(String path) {
        return Optional.of(address.link(path)).filter(link -> !link.startsWith("/"));
    }
}
