package licet.web.fact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import licet.web.layout.Texts;

/** Countries by their English names, since few people know the codes of all. */
final class CountryNames {
    private static final Map<String, String> BY_NAME = byName();

    private CountryNames() {}

    private static Map<String, String> byName() {
        var all = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            all.put(code.toLowerCase(Locale.ROOT), code);
            all.put(name(code).toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(all);
    }

    /** What is no name of a country stays as it was typed, so that the reader of facts can say what is wrong. */
    static String code(String typed) {
        return BY_NAME.getOrDefault(typed.toLowerCase(Locale.ROOT), typed);
    }

    static String name(String code) {
        return Locale.of("", code).getDisplayCountry(Texts.LOCALE);
    }
}
