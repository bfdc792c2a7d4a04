package licet.rules.explain;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import licet.rules.Check;

/** Sentences by key in one language, from {@code licet/messages/verdict*.properties}. */
public final class Messages {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    public static Messages of(Locale locale) {
        return of("verdict", locale);
    }

    /** @param bundle name of the bundle in {@code licet/messages} */
    public static Messages of(String bundle, Locale locale) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Messages(ResourceBundle.getBundle("licet.messages." + bundle, locale, control), locale);
    }

    /** The sentence for {@code key}; a missing key or argument is a bug that the whole-bundle test finds. */
    public String get(String key, Object... arguments) {
        try {
            var message = new MessageFormat(bundle.getString(key), locale);
            Check.that(
                    message.getFormatsByArgumentIndex().length <= arguments.length,
                    "the message '" + key + "' asks for more than " + arguments.length + " arguments");
            return message.format(arguments);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no message '" + key + "' in " + bundle.getBaseBundleName(), e);
        }
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }
}
