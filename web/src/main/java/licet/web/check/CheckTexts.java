package licet.web.check;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of checks by key. */
final class CheckTexts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("licet.web.check.messages", Locale.ENGLISH, CheckTexts.class.getModule());

    private CheckTexts() {}

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(values);
    }
}
