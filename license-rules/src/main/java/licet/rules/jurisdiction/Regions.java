package licet.rules.jurisdiction;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.rules.Check;
import licet.rules.facts.Country;

/** Groups of countries that texts name, for example {@code EU} and {@code EEA}. */
public final class Regions {
    private final Map<String, SortedSet<Country>> members = new TreeMap<>();

    public Regions(Map<String, ? extends Set<Country>> members) {
        members.forEach((region, countries) ->
                this.members.put(region, Collections.unmodifiableSortedSet(new TreeSet<>(countries))));
    }

    public SortedSet<Country> members(String region) {
        SortedSet<Country> countries = members.get(region);
        Check.that(countries != null, "unknown region '%s'; known are %s".formatted(region, members.keySet()));
        return java.util.Objects.requireNonNull(countries);
    }

    public boolean knows(String region) {
        return members.containsKey(region);
    }

    public SortedSet<String> codes() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(members.keySet()));
    }

    /** Whether a country is one of the codes or lies in a region among them. */
    public boolean contains(Set<String> codes, Country country) {
        return codes.stream()
                .anyMatch(code -> code.equals(country.code())
                        || members.getOrDefault(code, Collections.emptySortedSet())
                                .contains(country));
    }
}
