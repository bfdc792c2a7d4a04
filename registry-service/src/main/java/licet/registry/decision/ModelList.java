package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Cursor;
import licet.registry.platform.Database;

/** Lists models with their answers. Answers join by profile, so a list never evaluates anything. */
@Singleton
public class ModelList {
    private final Database database;
    private final Branches branches;
    private final ModelFinder finder;
    private final ModelRows rows;
    private final Facts facts;
    private final ActiveKnowledge knowledge;

    ModelList(
            Database database,
            Branches branches,
            ModelFinder finder,
            ModelRows rows,
            Facts facts,
            ActiveKnowledge knowledge) {
        this.database = database;
        this.branches = branches;
        this.finder = finder;
        this.rows = rows;
        this.facts = facts;
        this.knowledge = knowledge;
    }

    public ModelPage list(ModelQuery query) {
        return list(query, true);
    }

    /** @param counted whether somebody reads the total; without it is empty */
    ModelPage list(ModelQuery query, boolean counted) {
        knowledge.requireActive();
        var current = facts.current();
        return database.read(sql -> {
            var found = finder.find(
                    sql,
                    branches.of(sql, query.filter(), current),
                    new ModelFinder.Page(query.sort(), query.cursor(), query.limit() + 1, counted));
            boolean more = found.keys().size() > query.limit();
            var keys = more ? found.keys().subList(0, query.limit()) : found.keys();
            List<Long> ids = keys.stream().map(ModelFinder.Key::id).toList();
            return new ModelPage(
                    rows.list(sql, ids, current),
                    more ? Optional.of(cursor(query.sort(), keys.getLast()).text()) : Optional.empty(),
                    counted ? written(found.total()) : "");
        });
    }

    private static Cursor cursor(ModelSort sort, ModelFinder.Key last) {
        return new Cursor(sort.word(), last.value(), last.id());
    }

    private static String written(ModelFinder.Total total) {
        return String.format(Locale.ROOT, "%,d", total.models()) + (total.more() ? "+" : "");
    }
}
