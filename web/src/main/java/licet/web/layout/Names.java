package licet.web.layout;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import licet.rules.Knowledge;
import licet.rules.jurisdiction.Developer;
import licet.rules.license.LicenseKey;

/** What people call the things that the registry knows by key. */
@Singleton
public final class Names {
    private final Knowledge knowledge;

    public Names(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** A key that is not in the knowledge any more stands for itself. */
    public String license(String key) {
        return knowledge
                .licenses()
                .find(new LicenseKey(key))
                .map(license -> license.names().title())
                .orElse(key);
    }

    /** @param key of the jurisdiction data, or {@code hub:} and a namespace for a developer that it does not know */
    public String developer(String key) {
        return knowledge.jurisdictions().find(key).map(Developer::name).orElseGet(() -> key.replaceFirst("^hub:", ""));
    }

    /** Empty when the country is not known. */
    public Optional<String> country(String code) {
        return code.equals(Developer.UNKNOWN_COUNTRY)
                ? Optional.empty()
                : Optional.of(Locale.of("", code).getDisplayCountry(Texts.LOCALE));
    }
}
