package licet.registry.license;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.facts.Ids;
import licet.rules.license.LicenseClass;
import org.jspecify.annotations.Nullable;

/**
 * What the list of licenses is asked for; everything left out means any.
 *
 * @param text part of a name, key, family, steward, Hub id or {@code license_name}
 */
public record LicenseQuery(
        Optional<String> text,
        Optional<String> steward,
        Optional<String> licenseClass,
        Optional<String> hubId,
        Sort sort) {
    public enum Sort implements ClosedChoice {
        TITLE("title"),
        MODELS("models");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Reads parameters as they came; what is wrong is named with its mend. */
    public static LicenseQuery of(
            @Nullable String text,
            @Nullable String steward,
            @Nullable String licenseClass,
            @Nullable String hubId,
            @Nullable String sort) {
        var kind = given(licenseClass);
        kind.filter(word -> Arrays.stream(LicenseClass.values())
                        .noneMatch(known -> Ids.of(known).equals(word)))
                .ifPresent(word -> {
                    var allowed =
                            Arrays.stream(LicenseClass.values()).map(Ids::of).toList();
                    throw malformed("class", word, "use one of " + String.join(", ", allowed));
                });
        return new LicenseQuery(
                given(text),
                given(steward),
                kind,
                given(hubId),
                given(sort)
                        .map(word -> ClosedChoice.find(Sort.class, word)
                                .orElseThrow(
                                        () -> malformed("sort", word, "use one of " + ClosedChoice.words(Sort.class))))
                        .orElse(Sort.TITLE));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static RuntimeException malformed(String field, String value, String mend) {
        return new RegistryProblem.Malformed(field, value, mend).asException();
    }

    boolean matches(LicenseLine line) {
        return text.map(words -> finds(line, words)).orElse(true)
                && steward.map(asked ->
                                line.steward().filter(asked::equalsIgnoreCase).isPresent())
                        .orElse(true)
                && licenseClass
                        .map(asked -> line.licenseClass().filter(asked::equals).isPresent())
                        .orElse(true)
                && hubId.map(asked -> line.hubIds().stream().anyMatch(asked::equalsIgnoreCase))
                        .orElse(true);
    }

    private static boolean finds(LicenseLine line, String words) {
        String part = words.toLowerCase(Locale.ROOT);
        return Stream.of(
                        Stream.of(line.key(), line.title(), line.version()),
                        line.reference().stream(),
                        line.family().stream(),
                        line.steward().stream(),
                        line.hubIds().stream(),
                        line.licenseNames().stream())
                .flatMap(all -> all)
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part));
    }
}
