package licet.web.layout;

import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import licet.registry.alert.AlertTexts;

/** User-visible texts by key, in the one language that there is so far. */
@Singleton
public final class Texts {
    public static final Locale LOCALE = Locale.ENGLISH;

    private final ResourceBundle bundle = ResourceBundle.getBundle("messages", LOCALE);
    /** What mails and chats say as well. */
    private final ResourceBundle shared = new AlertTexts(LOCALE).bundle();

    /** Throws when the key is unknown: a page with a hole is a bug. */
    public String get(String key, Object... arguments) {
        var text = (shared.containsKey(key) ? shared : bundle).getString(key);
        return new MessageFormat(text, LOCALE).format(arguments);
    }

    Optional<String> find(String key, Object... arguments) {
        try {
            return Optional.of(get(key, arguments));
        } catch (MissingResourceException _) {
            return Optional.empty();
        }
    }
}
