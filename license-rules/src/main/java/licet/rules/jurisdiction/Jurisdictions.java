package licet.rules.jurisdiction;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import licet.rules.Check;

/** Developers by key and by Hub namespace. */
public final class Jurisdictions {
    private final Map<String, Developer> byKey = new TreeMap<>();
    private final Map<String, Developer> byOwner = new TreeMap<>();

    public Jurisdictions(Collection<Developer> developers) {
        for (Developer developer : developers) {
            Check.that(byKey.put(developer.key(), developer) == null, "two developers have the key " + developer.key());
            for (String owner : developer.hubOwners()) {
                Check.that(
                        byOwner.put(owner.toLowerCase(Locale.ROOT), developer) == null,
                        "two developers have the Hub owner " + owner);
            }
        }
    }

    /** The developer behind a Hub namespace; for an unknown one a stand-in with key {@code hub:<owner>}. */
    public Developer developerOf(String hubOwner) {
        String owner = hubOwner.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byOwner.get(owner)).orElseGet(() -> Developer.unknown(owner));
    }

    public Optional<Developer> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Country of a developer's seat by key, {@value Developer#UNKNOWN_COUNTRY} when the data does not know it. */
    public String countryOf(String key) {
        return find(key).map(Developer::country).orElse(Developer.UNKNOWN_COUNTRY);
    }

    /** Whether two developer keys stand for the same legal entity: a publisher that is not known equals only itself. */
    public boolean sameLegalEntity(String left, String right) {
        return left.equals(right);
    }

    public List<Developer> developers() {
        return List.copyOf(byKey.values());
    }
}
