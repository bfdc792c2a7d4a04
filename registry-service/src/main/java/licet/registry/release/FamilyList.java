package licet.registry.release;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;
import licet.rules.release.ModelFamilies;
import licet.rules.release.ModelFamily;

/** The families that are known by name, and the namespaces of every other model that is watched. */
@Singleton
public class FamilyList {
    private static final int MOST = 200;
    private static final String BEGINNINGS =
            "WITH beginning AS (SELECT * FROM unnest(CAST(? AS text[]), CAST(? AS text[]))" + " AS b (family, text)) ";
    private static final String OF_SOURCE = " m.source = ? AND m.name_lost_at IS NULL AND m.tier <> 'listed'";

    private final Database database;
    private final ModelFamilies families;
    private final String source;

    FamilyList(Database database, ModelFamilies families, HubMode mode) {
        this.database = database;
        this.families = families;
        this.source = mode.source();
    }

    /** The known ones in their order, then the namespaces with the most models. */
    public List<FamilyLine> list() {
        var keys = new ArrayList<String>();
        var texts = new ArrayList<String>();
        families.all()
                .forEach(family -> family.beginnings().forEach(text -> {
                    keys.add(family.key());
                    texts.add(text);
                }));
        Object[] arguments = {keys.toArray(String[]::new), texts.toArray(String[]::new), source};
        return database.read(sql -> {
            var lines = new LinkedHashMap<String, FamilyLine>();
            families.all().forEach(family -> lines.put(family.key(), none(family)));
            sql.list(
                            BEGINNINGS + "SELECT b.family AS key, count(*) AS models"
                                    + " FROM beginning b JOIN model m ON m.full_name_lower >= b.text"
                                    + " AND m.full_name_lower < b.text || chr(1114111) WHERE" + OF_SOURCE
                                    + " GROUP BY b.family",
                            this::line,
                            arguments)
                    .forEach(line -> lines.put(line.key(), line));
            sql.list(
                            BEGINNINGS + "SELECT m.owner_lower AS key, count(*) AS models"
                                    + " FROM model m WHERE" + OF_SOURCE + " AND m.owner_lower <> ''"
                                    + " AND NOT EXISTS (SELECT 1 FROM beginning b WHERE starts_with(m.full_name_lower,"
                                    + " b.text)) GROUP BY m.owner_lower ORDER BY models DESC, key LIMIT " + MOST,
                            this::line,
                            arguments)
                    .forEach(line -> lines.putIfAbsent(line.key(), line));
            return List.copyOf(lines.values());
        });
    }

    private static FamilyLine none(ModelFamily family) {
        return new FamilyLine(family.key(), family.name(), true, 0);
    }

    private FamilyLine line(ResultSet row) throws SQLException {
        String key = row.getString("key");
        var known = families.find(key);
        return new FamilyLine(key, known.map(ModelFamily::name).orElse(key), known.isPresent(), row.getLong("models"));
    }
}
