package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import licet.registry.instrument.InForce;
import licet.registry.instrument.Instruments;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;

/** Which models an instrument can reach that does not act for whole profiles. Nothing reads all models for it. */
@Singleton
class TouchedModels {
    private final Instruments instruments;

    TouchedModels(Instruments instruments) {
        this.instruments = instruments;
    }

    /** Ids of the models that are named, of everything made from them, and of those found by their evidence. */
    Set<Long> of(Statements sql, InForce inForce) {
        var all = new TreeSet<Long>();
        var named = new TreeSet<ModelId>(java.util.Comparator.comparing(ModelId::value));
        for (var instrument : inForce.narrow()) {
            named.addAll(instrument.reach().models());
            all.addAll(instruments.ofEvidence(sql, instrument));
        }
        all.addAll(withDescendants(sql, List.copyOf(named)));
        return all;
    }

    /** Both what a repository declares and what people concluded counts. A base need not be on record itself for models to be made from it. */
    List<Long> withDescendants(Statements sql, List<ModelId> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        return sql.list(
                "WITH RECURSIVE touched(id, owner, name) AS ("
                        + " SELECT CAST(NULL AS bigint), n.owner, n.name"
                        + " FROM unnest(CAST(? AS text[]), CAST(? AS text[])) AS n(owner, name)"
                        + " UNION SELECT made.id, lower(made.owner), lower(made.name) FROM touched t CROSS JOIN LATERAL ("
                        + " SELECT m.id, m.owner, m.name FROM lineage_edge e"
                        + " JOIN model m ON m.current_snapshot_id = e.snapshot_id"
                        + " WHERE lower(e.parent_owner) = t.owner AND lower(e.parent_name) = t.name"
                        + " UNION ALL SELECT m.id, m.owner, m.name FROM settled_base s JOIN model m ON m.id = s.model_id"
                        + " WHERE lower(s.parent_owner) = t.owner AND lower(s.parent_name) = t.name) made)"
                        + " SELECT id FROM touched WHERE id IS NOT NULL"
                        + " UNION SELECT m.id FROM model m WHERE m.full_name_lower = ANY(CAST(? AS text[]))"
                        + " AND m.name_lost_at IS NULL",
                row -> row.getLong("id"),
                named.stream().map(TouchedModels::owner).toArray(String[]::new),
                named.stream().map(TouchedModels::name).toArray(String[]::new),
                named.stream()
                        .map(model -> model.value().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
    }

    private static String owner(ModelId model) {
        int at = model.value().indexOf('/');
        return at < 0 ? "" : model.value().substring(0, at).toLowerCase(Locale.ROOT);
    }

    private static String name(ModelId model) {
        return model.value().substring(model.value().indexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
