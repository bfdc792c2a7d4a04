package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.OnHub;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;

/** What lists show of models that somebody names, all of them in a few statements however many there are. */
@Singleton
public final class NamedModels {
    /**
     * By the whole name alone: thousands of models can share the short one. Parameters: sources, and names in lower case
     * with the owner, if any, before the slash.
     */
    static final String FIND = "SELECT n.at, m.id FROM unnest(CAST(? AS text[]), CAST(? AS text[]))"
            + " WITH ORDINALITY AS n(source, name, at) JOIN model m ON m.source = n.source"
            + " AND m.full_name_lower = n.name AND m.name_lost_at IS NULL";

    private final Database database;
    private final ModelRows rows;
    private final Facts facts;

    NamedModels(Database database, ModelRows rows, Facts facts) {
        this.database = database;
        this.rows = rows;
        this.facts = facts;
    }

    /** @param source where it was read: two sources can hold models of one name */
    public record Name(String source, RepoId model) {}

    public record Found(ModelPage.Row row, OnHub onHub) {}

    /** What is not on record is left out. */
    public Map<Name, Found> find(List<Name> names) {
        var current = facts.current();
        return database.read(sql -> {
            record Hit(Name name, long id) {}
            var hits = sql.list(
                    FIND,
                    row -> new Hit(names.get(row.getInt("at") - 1), row.getLong("id")),
                    column(names, Name::source),
                    column(names, NamedModels::wholeName));
            var ids = hits.stream().map(Hit::id).distinct().toList();
            var shown = new HashMap<Long, ModelPage.Row>();
            rows.list(sql, ids, current).forEach(row -> shown.put(row.id(), row));
            var there = OnHub.of(sql, ids);
            var found = new HashMap<Name, Found>();
            hits.forEach(hit -> found.put(
                    hit.name(),
                    new Found(
                            Objects.requireNonNull(shown.get(hit.id())), Objects.requireNonNull(there.get(hit.id())))));
            return found;
        });
    }

    private static String[] column(List<Name> names, Function<Name, String> value) {
        return names.stream().map(value).toArray(String[]::new);
    }

    private static String wholeName(Name name) {
        return (name.model().owner().orElse("") + "/" + name.model().name()).toLowerCase(Locale.ROOT);
    }
}
