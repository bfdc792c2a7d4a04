package licet.registry.calendar;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands on a day, in {@code calendar.properties}; pages, feeds and programs show the same. */
final class CalendarText {
    private static final Pattern NAMED = Pattern.compile("\\{([a-z]+)}");

    private CalendarText() {}

    /** @param facts by name; one that the text names and nobody gave is left empty */
    static String title(CalendarKind kind, Map<String, String> facts) {
        String words = bundle().getString(kind.word() + facts.getOrDefault("what", ""));
        return NAMED.matcher(words)
                .replaceAll(found -> Matcher.quoteReplacement(facts.getOrDefault(found.group(1), "")));
    }

    /** A text without facts. */
    static String get(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), Locale.ENGLISH).format(arguments);
    }

    private static ResourceBundle bundle() {
        return ResourceBundle.getBundle("licet.registry.calendar.calendar", Locale.ENGLISH);
    }
}
