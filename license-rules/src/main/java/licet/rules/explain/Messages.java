package licet.rules.explain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Sentences by key in one language, from {@code licet/messages/verdict*.properties}. */
public final class Messages {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    public static Messages of(Locale locale) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Messages(ResourceBundle.getBundle("licet.messages.verdict", locale, control), locale);
    }

    /** The sentence for {@code key}; a missing key is a bug that the whole-bundle test finds. */
    public String get(String key, Object... arguments) {
        try {
            return new MessageFormat(bundle.getString(key), locale).format(arguments);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no message '" + key + "' in verdict.properties", e);
        }
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }
}
