package licet.rules.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import licet.rules.Knowledge;
import licet.rules.Spelling;
import licet.rules.facts.Ids;
import licet.rules.jurisdiction.Developer;
import licet.rules.license.LicenseKey;

/**
 * What texts a fact can be. A condition that compares with any other text could never hold, and a rule that never fires
 * permits by silence, so such a condition is refused.
 */
sealed interface Domain {
    /** One of a fixed set of words. */
    record Words(SortedSet<String> all) implements Domain {
        static Words of(Class<? extends Enum<?>> type, String... more) {
            var words = new TreeSet<>(List.of(more));
            Arrays.stream(type.getEnumConstants()).map(Ids::of).forEach(words::add);
            return new Words(words);
        }
    }

    /** @param unknown whether the sign for a seat that is not on record can occur */
    record Countries(boolean unknown) implements Domain {
        private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    }

    /** A country or a region, as terms name excluded places. */
    record Places() implements Domain {}

    record Developers() implements Domain {}

    record Licenses() implements Domain {}

    /** Any text. */
    record Open() implements Domain {}

    /** Why a text cannot be a value of the fact, with what to write instead. */
    default Optional<String> mend(String text, Knowledge knowledge) {
        return switch (this) {
            case Words(var all) ->
                all.contains(text)
                        ? Optional.empty()
                        : Optional.of("did you mean '%s'? Allowed: %s"
                                .formatted(Spelling.nearest(text, all), String.join(", ", all)));
            case Countries(var unknown) -> countryMend(text, unknown, knowledge);
            case Places() ->
                Countries.CODES.contains(text) || knowledge.regions().knows(text)
                        ? Optional.empty()
                        : Optional.of("write a country code such as DE or a region such as EU");
            case Developers() ->
                text.startsWith("hub:") || knowledge.jurisdictions().find(text).isPresent()
                        ? Optional.empty()
                        : Optional.of("did you mean '%s'? An owner that is not on record is written 'hub:owner'"
                                .formatted(Spelling.nearest(
                                        text, developers(knowledge).toList())));
            case Licenses() ->
                licenses(knowledge).anyMatch(text::equals)
                        ? Optional.empty()
                        : Optional.of("did you mean '%s'?"
                                .formatted(Spelling.nearest(
                                        text, licenses(knowledge).toList())));
            case Open() -> Optional.empty();
        };
    }

    private static Optional<String> countryMend(String text, boolean unknown, Knowledge knowledge) {
        if (Countries.CODES.contains(text) || (unknown && text.equals(Developer.UNKNOWN_COUNTRY))) {
            return Optional.empty();
        }
        return Optional.of(
                knowledge.regions().knows(text)
                        ? "a region is asked for with: in region('%s')".formatted(text)
                        : "write a country code of two capital letters, such as DE");
    }

    /** Every text that the fact can be, or a text for all that nothing names; empty where that cannot be listed. */
    default List<String> values(Knowledge knowledge) {
        return switch (this) {
            case Words(var all) -> List.copyOf(all);
            case Countries _ -> Countries.CODES.stream().sorted().toList();
            case Developers() ->
                Stream.concat(developers(knowledge), Stream.of("hub:")).toList();
            case Places() -> List.of();
            case Licenses() -> List.of();
            case Open() -> List.of();
        };
    }

    private static Stream<String> developers(Knowledge knowledge) {
        return knowledge.jurisdictions().developers().stream().map(Developer::key);
    }

    private static Stream<String> licenses(Knowledge knowledge) {
        return knowledge.licenses().licenses().stream()
                .map(license -> license.key())
                .map(LicenseKey::value);
    }
}
