package licet.web.model;

import java.util.List;
import java.util.Optional;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.SnapshotDifference;

/**
 * Snapshots of one model, two of them compared, and what was noticed over time.
 *
 * @param local whether they are those of an imported model
 * @param noticed the newest first
 */
public record HistoryView(
        String model,
        List<Catalog.SnapshotRow> snapshots,
        Optional<Compared> compared,
        List<ChangeShown> noticed,
        boolean local) {
    public HistoryView {
        snapshots = List.copyOf(snapshots);
        noticed = List.copyOf(noticed);
    }

    public record Compared(
            Catalog.SnapshotRow from,
            Catalog.SnapshotRow to,
            List<ChangeShown> changes,
            List<SnapshotDifference.FileChange> files) {
        public Compared {
            changes = List.copyOf(changes);
            files = List.copyOf(files);
        }
    }

    public String back() {
        return "/models/" + model + (local ? "?source=local" : "");
    }

    public String href() {
        return "/models/" + model + "/snapshots";
    }

    public boolean isFrom(Catalog.SnapshotRow row) {
        return compared.map(two -> two.from().id() == row.id()).orElse(false);
    }

    public boolean isTo(Catalog.SnapshotRow row) {
        return compared.map(two -> two.to().id() == row.id()).orElse(false);
    }
}
