package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;

/** The most downloaded models of some profiles, found as lists find them: however many models have the profiles. */
@Singleton
public class PopularModels {
    private final Database database;
    private final ModelFinder finder;

    PopularModels(Database database, ModelFinder finder) {
        this.database = database;
        this.finder = finder;
    }

    /** Names, the most downloaded first. */
    public List<String> names(List<Long> profiles, int most) {
        return List.copyOf(database.read(sql -> of(sql, profiles, most)).values());
    }

    /** Names by id, in the same order. */
    Map<Long, String> of(Statements sql, List<Long> profiles, int most) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        var page = new ModelFinder.Page(ModelSort.DOWNLOADS, Optional.empty(), most, false);
        var ids = finder.find(sql, List.of(Branch.ALL.withProfiles(profiles)), page).keys().stream()
                .map(ModelFinder.Key::id)
                .toList();
        var names = new HashMap<Long, String>();
        sql.list(
                        "SELECT id, owner, name FROM model WHERE id = ANY(?)",
                        row -> Map.entry(
                                row.getLong("id"),
                                row.getString("owner").isEmpty()
                                        ? row.getString("name")
                                        : row.getString("owner") + "/" + row.getString("name")),
                        (Object) ids.toArray(Long[]::new))
                .forEach(row -> names.put(row.getKey(), row.getValue()));
        var inOrder = new LinkedHashMap<Long, String>();
        ids.forEach(id -> inOrder.put(id, names.getOrDefault(id, "")));
        return inOrder;
    }
}
