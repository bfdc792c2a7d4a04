package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.Statements;
import licet.rules.Knowledge;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Profile;

/**
 * All profiles, in memory: some thousands, whatever the number of models. A profile never changes, and its number grows
 * with each that is stored, by one writer at a time; so each look reads only the new ones.
 */
@Singleton
final class KnownProfiles {
    private final Knowledge knowledge;
    private final Map<Long, ListedProfile> byId = new HashMap<>();
    private List<ListedProfile> all = List.of();
    private long last;

    KnownProfiles(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    synchronized List<ListedProfile> list(Statements sql) {
        var fresh = sql.list(
                "SELECT id, tier, body FROM profile WHERE id > ? ORDER BY id",
                row -> ListedProfile.of(
                        row.getLong("id"),
                        row.getString("tier"),
                        CanonicalJson.read(row.getString("body"), Profile.class),
                        knowledge),
                last);
        if (!fresh.isEmpty()) {
            fresh.forEach(profile -> byId.put(profile.id(), profile));
            var grown = new ArrayList<>(all);
            grown.addAll(fresh);
            all = List.copyOf(grown);
            last = fresh.getLast().id();
        }
        return all;
    }

    /** Only of profiles that were listed before. */
    synchronized Optional<ListedProfile> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }
}
