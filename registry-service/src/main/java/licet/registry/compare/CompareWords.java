package licet.registry.compare;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences about substitutes, in {@code compare.properties}; pages and programs show the same. */
final class CompareWords {
    private static final Locale LOCALE = Locale.ENGLISH;

    private CompareWords() {}

    /** Throws when the key is unknown. */
    static String get(String key, Object... arguments) {
        var words = ResourceBundle.getBundle("licet.registry.compare.compare", LOCALE);
        return new MessageFormat(words.getString(key), LOCALE).format(arguments);
    }
}
