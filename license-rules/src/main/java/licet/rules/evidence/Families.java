package licet.rules.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import licet.rules.Check;

/** Names in use that stand for no single text of the catalog. */
public final class Families {
    private final Map<String, Family> byHubId = new TreeMap<>();
    private final Map<String, Family> byName = new TreeMap<>();

    public Families(List<Family> families) {
        for (Family family : families) {
            family.hubIds().forEach(id -> put(byHubId, id, family));
            family.licenseNames().forEach(name -> put(byName, name, family));
        }
    }

    /**
     * One name with all its spellings.
     *
     * @param saysNothing the name makes no assertion
     * @param incomplete the name also covers texts that the catalog does not hold
     */
    public record Family(
            String name, Set<String> hubIds, Set<String> licenseNames, boolean saysNothing, boolean incomplete) {
        public Family {
            hubIds = Set.copyOf(hubIds);
            licenseNames = Set.copyOf(licenseNames);
        }
    }

    private static void put(Map<String, Family> index, String alias, Family family) {
        Check.that(index.put(alias.toLowerCase(Locale.ROOT), family) == null, "two families have the name " + alias);
    }

    public Optional<Family> findByHubId(String id) {
        return Optional.ofNullable(byHubId.get(id.toLowerCase(Locale.ROOT)));
    }

    public Optional<Family> findByLicenseName(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
}
