package licet.registry.alert;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import licet.registry.platform.Language;

/**
 * What alerts say, in {@code alerts.properties} of a language: pages, mails and chats use the same words.
 *
 * @param language of the reader; a language without texts gets English
 */
public record AlertTexts(Locale language) {
    private static final String BUNDLE = "licet.registry.alert.alerts";

    /** Of the pages, and of chats, which are read by many. */
    public static final AlertTexts ENGLISH = of(Language.ENGLISH);

    public static AlertTexts of(Language language) {
        return new AlertTexts(language.locale());
    }

    /** All texts, by key. */
    public ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle().getString(key), language).format(arguments);
    }

    private Optional<String> find(String key) {
        return bundle().containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }

    /** A kind that a later version knows stands for itself. */
    public String title(String kind) {
        return find("news." + kind).orElse(kind);
    }

    /** What became of a model; empty for what is no such word. */
    Optional<String> state(Map<String, String> facts) {
        return Optional.ofNullable(facts.get("state")).flatMap(word -> find("news.state." + word));
    }
}
