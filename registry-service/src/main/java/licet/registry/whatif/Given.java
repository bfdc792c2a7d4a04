package licet.registry.whatif;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import licet.rules.facts.Country;
import licet.rules.facts.Ids;

/**
 * One answer as it was given. Each method reads it as one kind and throws {@link IllegalArgumentException} with what to
 * write instead.
 */
record Given(List<String> values) {
    private static final int LONGEST = 200;
    private static final int MOST_DIGITS = 20;
    private static final Map<String, Country> COUNTRIES = byName();

    /** A unit beside an empty field is no answer. */
    Given {
        values = values.isEmpty() || values.getFirst().isBlank() ? List.of() : values;
        values = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (values.stream().anyMatch(value -> value.length() > LONGEST)) {
            throw new IllegalArgumentException("write at most " + LONGEST + " characters");
        }
    }

    private static Map<String, Country> byName() {
        var all = new HashMap<String, Country>();
        for (var code : Locale.getISOCountries()) {
            all.put(code.toLowerCase(Locale.ROOT), new Country(code));
            all.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), new Country(code));
        }
        return Map.copyOf(all);
    }

    private String first() {
        return values.getFirst();
    }

    boolean yes() {
        return switch (first()) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("answer yes or no");
        };
    }

    <E extends Enum<E>> E one(Class<E> type) {
        return Ids.parse(type, first());
    }

    <E extends Enum<E>> Set<E> some(Class<E> type) {
        return isNone()
                ? Set.of()
                : values.stream().map(word -> Ids.parse(type, word)).collect(Collectors.toSet());
    }

    Country country() {
        return country(first());
    }

    SortedSet<Country> places() {
        var all = new TreeSet<Country>();
        parts().forEach(part -> all.add(country(part)));
        return all;
    }

    SortedSet<String> keys() {
        return new TreeSet<>(parts());
    }

    /** No name at all is known and is no name. */
    String name() {
        return isNone() ? "" : first();
    }

    BigDecimal amount() {
        var digits = first().replace(",", "").replace(" ", "");
        if (!digits.matches("\\d{1," + MOST_DIGITS + "}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("write a number such as 25000000, without a sign");
        }
        return new BigDecimal(digits);
    }

    String unit(List<String> allowed) {
        var unit = values.size() > 1 ? values.get(1) : allowed.getFirst();
        if (!allowed.contains(unit)) {
            throw new IllegalArgumentException("use one of the units " + String.join(", ", allowed));
        }
        return unit;
    }

    private boolean isNone() {
        return values.equals(List.of(AnswerForm.NONE));
    }

    private List<String> parts() {
        return isNone()
                ? List.of()
                : values.stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private static Country country(String written) {
        var known = Optional.ofNullable(COUNTRIES.get(written.toLowerCase(Locale.ROOT)));
        return known.orElseThrow(
                () -> new IllegalArgumentException("write countries as codes such as DE, or by their English names"));
    }
}
