package licet.web.layout;

import org.thymeleaf.TemplateEngine;

/** The engine of the product, for tests outside this package. */
public final class TestEngine {
    private TestEngine() {}

    public static TemplateEngine create(Texts texts) {
        return new PageEngineFactory().engine(texts);
    }
}
