package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import licet.rules.Knowledge;

/** Finds licenses and families by the beginning of a word of their names. */
@Singleton
final class LicenseWords {
    private final Map<String, String> byLicense = new HashMap<>();
    private final Map<String, String> byFamily = new HashMap<>();

    LicenseWords(Knowledge knowledge) {
        knowledge.licenses().licenses().forEach(license -> {
            byLicense.put(
                    license.key().value(),
                    words(license.key().value())
                            + words(license.names().title())
                            + words(license.names().reference()));
            byFamily.put(license.family(), words(license.family()));
        });
    }

    /** Profiles whose license, or one that it may be, is named so. */
    Predicate<ListedProfile> naming(String text) {
        String wanted = words(text).stripTrailing();
        if (wanted.isBlank()) {
            return _ -> false;
        }
        Set<String> licenses = keys(byLicense, wanted);
        Set<String> families = keys(byFamily, wanted);
        return profile -> profile.license().filter(licenses::contains).isPresent()
                || profile.families().stream().anyMatch(families::contains);
    }

    private static Set<String> keys(Map<String, String> names, String wanted) {
        var found = new HashSet<String>();
        names.forEach((key, name) -> {
            if (name.contains(wanted)) {
                found.add(key);
            }
        });
        return found;
    }

    /** Words in lower case with a space around each. */
    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}.]+", " ")
                        .strip() + " ";
    }
}
