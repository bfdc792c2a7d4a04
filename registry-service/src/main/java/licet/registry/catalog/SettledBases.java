package licet.registry.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Lineage;
import licet.rules.lineage.ModelEvidence;

/** Bases of a model that no repository declares: what changes at one of them reaches the model all the same. */
final class SettledBases {
    private SettledBases() {}

    static void write(Statements sql, long model, ModelEvidence evidence, Lineage lineage) {
        sql.update("DELETE FROM settled_base WHERE model_id = ?", model);
        Set<String> known = new HashSet<>();
        evidence.parents().forEach(parent -> known.add(BasePoint.key(parent.model())));
        sql.batch(
                "INSERT INTO settled_base (model_id, parent_owner, parent_name) VALUES (?, ?, ?)",
                direct(lineage)
                        .filter(base -> known.add(BasePoint.key(base)))
                        .map(base -> row(model, base))
                        .toList());
    }

    private static Object[] row(long model, ModelId base) {
        List<String> name = List.of(base.value().split("/", 2));
        return new Object[] {
            model, name.size() == 2 ? IndexedText.of(name.getFirst()) : "", IndexedText.of(name.getLast())
        };
    }

    private static Stream<ModelId> direct(Lineage lineage) {
        return Stream.concat(
                lineage.nodes().stream().filter(node -> node.path().size() == 1).map(Lineage.Node::model),
                lineage.gaps().stream().filter(gap -> gap.path().size() == 1).map(Lineage.Gap::parent));
    }
}
