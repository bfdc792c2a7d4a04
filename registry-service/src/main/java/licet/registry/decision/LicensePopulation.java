package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.registry.platform.Database;
import licet.rules.evidence.Artifact;
import licet.rules.license.LicenseKey;
import licet.rules.lineage.Profile;

/** How many models stand under each license. Models are counted by profile, so nobody reads millions of rows twice. */
@Singleton
public class LicensePopulation {
    private final Database database;
    private final Populations populations;
    private final StoredProfiles profiles;
    private volatile Counted counted = new Counted(Map.of(), List.of(), Map.of());

    LicensePopulation(Database database, Populations populations, StoredProfiles profiles) {
        this.database = database;
        this.populations = populations;
        this.profiles = profiles;
    }

    /** @param models how many models have the profile */
    public record Group(long profileId, Profile profile, long models) {}

    /** @param of the numbers that everything else was made from */
    private record Counted(Map<Long, Long> of, List<Group> groups, Map<LicenseKey, Count> counts) {}

    /** All profiles in use, the most populated first. */
    public List<Group> groups() {
        return counted().groups();
    }

    /** By key of the license, or of a use policy that lies beside one. */
    public Map<LicenseKey, Count> counts() {
        return counted().counts();
    }

    /** Made again only when models were counted again. */
    private Counted counted() {
        var models = populations.byProfile();
        var last = counted;
        if (last.of() != models) {
            var groups = groups(models);
            last = new Counted(models, groups, counts(groups));
            counted = last;
        }
        return last;
    }

    private List<Group> groups(Map<Long, Long> models) {
        return database.read(sql -> profiles.of(sql, models.keySet())).entrySet().stream()
                .map(profile ->
                        new Group(profile.getKey(), profile.getValue(), models.getOrDefault(profile.getKey(), 0L)))
                .sorted(Comparator.comparingLong(Group::models).reversed().thenComparing(Group::profileId))
                .toList();
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

    private static Map<LicenseKey, Count> counts(List<Group> groups) {
        var all = new TreeMap<LicenseKey, Count>();
        for (var group : groups) {
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
        return Collections.unmodifiableMap(all);
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
