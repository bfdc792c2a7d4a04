package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.ModelRecords;
import licet.rules.change.Alternative;

/** What stands nearest to a model: its other revisions on record, and models of the same owner and kind. */
@Singleton
final class Alternatives {
    private static final int REVISIONS = 3;

    private final Catalog catalog;
    private final ModelRecords records;

    Alternatives(Catalog catalog, ModelRecords records) {
        this.catalog = catalog;
        this.records = records;
    }

    /** Each with another profile than the model's: with the same it could get no other answer. */
    List<Alternative> of(Catalog.Judged model) {
        var all = new ArrayList<Alternative>();
        catalog.listSnapshots(model.id()).stream()
                .map(Catalog.SnapshotRow::revision)
                .distinct()
                .filter(revision -> !revision.equals(model.revision()))
                .limit(REVISIONS)
                .flatMap(revision -> catalog.find(model.model(), Optional.of(revision)).stream())
                .map(other -> new Alternative(
                        other.model(), other.revision(), other.conclusion().profile(), true))
                .forEach(all::add);
        records.listSiblings(model.id()).stream()
                .map(sibling -> new Alternative(sibling.model(), sibling.revision(), sibling.profile(), false))
                .forEach(all::add);
        return all.stream()
                .filter(other -> !other.profile().equals(model.conclusion().profile()))
                .toList();
    }
}
