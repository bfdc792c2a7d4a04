package licet.web.layout;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Lets templates write {@code #{key(arguments)}}. */
final class BundleMessages extends AbstractMessageResolver {
    private final Texts texts;

    BundleMessages(Texts texts) {
        this.texts = texts;
    }

    @Override
    public @Nullable String resolveMessage(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
        return texts.find(key, arguments == null ? new Object[0] : arguments).orElse(null);
    }

    /** Thymeleaf would print the key; a page with a hole is a bug and must not pass for a page. */
    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
        throw new IllegalStateException("no message text for " + key);
    }
}
