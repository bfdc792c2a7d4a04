package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.registry.catalog.Catalog;
import licet.registry.platform.Database;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.rules.evidence.Artifact;
import licet.rules.format.CanonicalJson;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;

/** How many models stand under each license. Models are counted by profile, so nobody reads millions of rows twice. */
@Singleton
public class LicensePopulation {
    private final Database database;
    private final Catalog catalog;
    private final HeadCache<String, List<Group>> groups;

    LicensePopulation(Database database, Catalog catalog, HeadWatch watch) {
        this.database = database;
        this.catalog = catalog;
        this.groups = watch.cache(1, Set.of(Catalog.KIND, "knowledge"));
    }

    /** @param models how many models have the profile */
    public record Group(long profileId, Profile profile, long models) {}

    /** All profiles in use, the most populated first. */
    public List<Group> groups() {
        return groups.get(
                "all",
                _ -> database.read(sql -> sql
                        .list(
                                "SELECT p.id, p.body, c.models FROM profile p JOIN (SELECT current_profile_id,"
                                        + " count(*) AS models FROM model WHERE source = ? AND name_lost_at IS NULL"
                                        + " GROUP BY current_profile_id) c ON c.current_profile_id = p.id",
                                row -> new Group(
                                        row.getLong("id"),
                                        CanonicalJson.read(row.getString("body"), Profile.class),
                                        row.getLong("models")),
                                catalog.source())
                        .stream()
                        .sorted(Comparator.comparingLong(Group::models)
                                .reversed()
                                .thenComparing(Group::profileId))
                        .toList()));
    }

    /**
     * @param concluded models whose weights stand under the text
     * @param bound further models that its terms bind, through a base or for another artifact
     */
    public record Count(long concluded, long bound) {
        public static final Count NONE = new Count(0, 0);

        private Count plus(Count other) {
            return new Count(concluded + other.concluded, bound + other.bound);
        }
    }

    /** By key of the license, or of a use policy that lies beside one. */
    public Map<LicenseKey, Count> counts() {
        var all = new TreeMap<LicenseKey, Count>();
        for (var group : groups()) {
            var own = new TreeSet<LicenseKey>();
            group.profile().terms().stream()
                    .filter(LicensePopulation::isConcluded)
                    .forEach(term -> {
                        own.addAll(term.candidates());
                        own.addAll(term.policies());
                    });
            own.forEach(key -> all.merge(key, new Count(group.models(), 0), Count::plus));
            var others = new TreeSet<LicenseKey>();
            group.profile().terms().forEach(term -> {
                others.addAll(term.candidates());
                others.addAll(term.policies());
            });
            others.removeAll(own);
            others.forEach(key -> all.merge(key, new Count(0, group.models()), Count::plus));
        }
        return all;
    }

    /** Profiles whose own weights stand under one of these texts. */
    List<Group> concludedUnder(Set<LicenseKey> keys) {
        return groups().stream()
                .filter(group -> group.profile().terms().stream()
                        .filter(LicensePopulation::isConcluded)
                        .anyMatch(term -> term.candidates().stream().anyMatch(keys::contains)
                                || term.policies().stream().anyMatch(keys::contains)))
                .toList();
    }

    /** The weights of the model itself, with one text that it can be. */
    private static boolean isConcluded(Profile.Term term) {
        return term.path().equals("self")
                && term.artifact() == Artifact.WEIGHTS
                && term.candidates().size() == 1;
    }
}
