package licet.web.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the command line by key. */
final class Texts {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("licet.web.cli.messages", Locale.ENGLISH, Texts.class.getModule());

    private Texts() {}

    static String get(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(values);
    }
}
