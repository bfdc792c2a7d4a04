package licet.registry.platform;

import java.util.Locale;

/** A language in which people can be written to. Each has texts of its own; its word is the one of ISO 639. */
public enum Language implements ClosedChoice {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    @Override
    public String word() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /** As those call it who speak it. */
    public String ownName() {
        return locale.getDisplayLanguage(locale);
    }
}
