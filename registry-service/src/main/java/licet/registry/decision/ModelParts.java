package licet.registry.decision;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import licet.ingest.card.CardHtml;
import licet.ingest.card.CardReader;
import licet.ingest.hub.HubSettings;
import licet.ingest.hub.RepoId;
import licet.registry.catalog.Catalog;
import licet.registry.catalog.LocalCatalog;
import licet.registry.catalog.ModelRecords;
import licet.registry.catalog.SnapshotComparison;
import licet.registry.catalog.SnapshotDifference;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;

/** Parts of a model's record that are asked for on their own; those of the imported model where that is meant. */
@Singleton
public class ModelParts {
    private final Catalog catalog;
    private final ModelRecords records;
    private final SnapshotComparison comparison;

    ModelParts(Catalog catalog, ModelRecords records, SnapshotComparison comparison) {
        this.catalog = catalog;
        this.records = records;
        this.comparison = comparison;
    }

    /**
     * A card that may be shown: without script, style and anything that loads.
     *
     * @param cut whether it was too long to be shown whole
     */
    public record CardShown(String model, String revision, String sha256, String html, boolean cut) {}

    /** A license, notice or policy file as it was read. */
    public record TextShown(String model, String revision, String path, String sha256, String text) {}

    /** @param difference absent where fewer than two snapshots are on record */
    public record History(String model, List<Catalog.SnapshotRow> snapshots, Optional<SnapshotDifference> difference) {}

    public CardShown card(RepoId id, boolean local) {
        var model = model(id, local);
        var card = records.findCard(model.id())
                .orElseThrow(() -> new RegistryProblem.NotFound("card", id.value()).asException());
        var place = URI.create(
                HubSettings.PUBLIC_HUB + "/" + model.model().value() + "/blob/" + model.revision() + "/README.md");
        var rendered = new CardHtml(Optional.of(place))
                .render(CardReader.read(card.text()).body());
        return new CardShown(model.model().value(), model.revision(), card.sha256(), rendered.html(), rendered.cut());
    }

    public TextShown text(RepoId id, boolean local, String path) {
        var model = model(id, local);
        var held = records.findText(model.id(), path)
                .orElseThrow(() -> new RegistryProblem.NotFound("text", path).asException());
        return new TextShown(model.model().value(), model.revision(), held.path(), held.sha256(), held.text());
    }

    /**
     * All snapshots, and two of them compared.
     *
     * @param from id of a snapshot of this model; empty for the one before {@code to}
     * @param to likewise; empty for the newest
     */
    public History history(RepoId id, boolean local, Optional<Long> from, Optional<Long> to) {
        var model = model(id, local);
        var rows = catalog.listSnapshots(model.id());
        var newer = to.map(wanted -> row(rows, wanted)).or(() -> rows.stream().findFirst());
        var older = from.map(wanted -> row(rows, wanted))
                .or(() -> newer.flatMap(row ->
                        rows.stream().filter(other -> other.id() < row.id()).findFirst()));
        return new History(
                model.model().value(), rows, older.flatMap(one -> newer.map(other -> comparison.between(one, other))));
    }

    private static Catalog.SnapshotRow row(List<Catalog.SnapshotRow> rows, long id) {
        return rows.stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow(() -> new RegistryProblem.NotFound("snapshot", String.valueOf(id)).asException());
    }

    private Catalog.Judged model(RepoId id, boolean local) {
        return catalog.find(local ? LocalCatalog.SOURCE : catalog.source(), new ModelId(id.value()), Optional.empty())
                .orElseThrow(() -> new RegistryProblem.NotFound("model", id.value()).asException());
    }
}
