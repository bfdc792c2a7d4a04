package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Profile;

/** Profiles as rules read them. A profile never changes, so what was read once is only forgotten for want of room. */
@Singleton
final class StoredProfiles {
    /** More than a catalog of millions has; when it is full it starts again. */
    private static final int REMEMBERED = 20_000;

    private final Map<Long, Profile> known = new ConcurrentHashMap<>();

    /** By id; reads in one statement whatever is not in memory. */
    Map<Long, Profile> of(Statements sql, Collection<Long> ids) {
        var all = new HashMap<Long, Profile>();
        var missing = new ArrayList<Long>();
        for (var id : ids) {
            var profile = known.get(id);
            if (profile == null) {
                missing.add(id);
            } else {
                all.put(id, profile);
            }
        }
        if (!missing.isEmpty()) {
            var read = read(sql, missing);
            remember(read);
            all.putAll(read);
        }
        return all;
    }

    private static Map<Long, Profile> read(Statements sql, List<Long> ids) {
        var all = new HashMap<Long, Profile>();
        sql.list(
                        "SELECT id, body FROM profile WHERE id = ANY(?)",
                        row -> Map.entry(row.getLong("id"), CanonicalJson.read(row.getString("body"), Profile.class)),
                        (Object) ids.toArray(Long[]::new))
                .forEach(row -> all.put(row.getKey(), row.getValue()));
        return all;
    }

    private void remember(Map<Long, Profile> read) {
        if (known.size() + read.size() > REMEMBERED) {
            known.clear();
        }
        if (read.size() <= REMEMBERED) {
            known.putAll(read);
        }
    }
}
