package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;

/** Models that somebody picked out of a list, by name. */
@Singleton
public class ChosenModels {
    /** Written before the name of an imported model, which may be called like one of the Hub. */
    public static final String LOCAL = LocalCatalog.SOURCE + ":";

    private static final String FIND =
            "SELECT w.written, m.id FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]))"
                    + " AS w(written, source, name) JOIN model m ON m.source = w.source"
                    + " AND m.full_name_lower = w.name AND m.name_lost_at IS NULL";

    private final Database database;
    private final ModelRows rows;
    private final Facts facts;
    private final ActiveKnowledge knowledge;
    private final String hub;

    ChosenModels(Database database, ModelRows rows, Facts facts, ActiveKnowledge knowledge, Catalog catalog) {
        this.database = database;
        this.rows = rows;
        this.facts = facts;
        this.knowledge = knowledge;
        this.hub = catalog.source();
    }

    /** @param name the whole one in lower case, with the slash also where no owner is before it */
    private record Name(String written, String source, String name) {}

    /** How a model of a list is picked: {@code owner/name}, for an imported one {@code local:owner/name}. */
    public static String written(ModelPage.Row row) {
        return (row.source().equals(LocalCatalog.SOURCE) ? LOCAL : "") + row.model();
    }

    /**
     * In the order of the names, each once.
     *
     * @throws licet.registry.platform.problem.ProblemException malformed, where a name is not in the list, or where
     *     there are more names than a page has rows
     */
    public List<ModelPage.Row> list(Collection<String> written) {
        knowledge.requireActive();
        var names = new LinkedHashSet<>(written)
                .stream().map(String::strip).map(this::name).toList();
        if (names.size() > ModelQuery.MAX_LIMIT) {
            throw ModelParameters.malformed(
                    "model", Integer.toString(names.size()), "choose at most " + ModelQuery.MAX_LIMIT + " models");
        }
        var current = facts.current();
        return database.read(sql -> {
            var ids = ids(sql, names);
            return rows.list(
                    sql, names.stream().map(name -> id(ids, name)).distinct().toList(), current);
        });
    }

    private Name name(String written) {
        boolean local = written.startsWith(LOCAL);
        String full = (local ? written.substring(LOCAL.length()) : written).toLowerCase(Locale.ROOT);
        return new Name(written, local ? LocalCatalog.SOURCE : hub, full.contains("/") ? full : "/" + full);
    }

    private static Map<String, Long> ids(Statements sql, List<Name> names) {
        var ids = new HashMap<String, Long>();
        sql.list(
                        FIND,
                        row -> Map.entry(row.getString("written"), row.getLong("id")),
                        names.stream().map(Name::written).toArray(String[]::new),
                        names.stream().map(Name::source).toArray(String[]::new),
                        names.stream().map(Name::name).toArray(String[]::new))
                .forEach(found -> ids.put(found.getKey(), found.getValue()));
        return ids;
    }

    private static long id(Map<String, Long> ids, Name name) {
        if (!ids.containsKey(name.written())) {
            throw ModelParameters.malformed(
                    "model", name.written(), "choose it again: no model of that name is in the catalog");
        }
        return Objects.requireNonNull(ids.get(name.written()));
    }
}
