package licet.web.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.views.thymeleaf.ThymeleafFactory;
import jakarta.inject.Singleton;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The engine that turns templates into HTML: from the class path only, with our texts and no others. */
@Factory
final class PageEngineFactory {
    @Singleton
    @Replaces(bean = TemplateEngine.class, factory = ThymeleafFactory.class)
    TemplateEngine engine(Texts texts) {
        var templates = new ClassLoaderTemplateResolver(PageEngineFactory.class.getClassLoader());
        templates.setPrefix("views/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(UTF_8.name());
        templates.setCacheable(true);
        var engine = new TemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(new BundleMessages(texts));
        return engine;
    }
}
