package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.ingest.snapshot.ModelSnapshot;
import licet.registry.drift.Drifts;
import licet.registry.drift.ModelFacts;
import licet.registry.platform.Statements;
import licet.rules.evidence.Evidence;
import licet.rules.facts.Ids;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.ModelEvidence;

/** Compares what stands for a model with the snapshot that is about to replace it. */
@Singleton
final class SnapshotDrift {
    private final Blobs blobs;
    private final DriftTable table;
    private final UnreadTexts unread;
    private final Clock clock;

    SnapshotDrift(Blobs blobs, DriftTable table, UnreadTexts unread, Clock clock) {
        this.blobs = blobs;
        this.table = table;
        this.unread = unread;
        this.clock = clock;
    }

    /** @param snapshot the current one; empty for a model that was only listed */
    record Before(Optional<Long> snapshot, ModelFacts facts) {}

    private record Current(long snapshot, String gated, byte[] evidence) {}

    /** Empty for a model that is not on record. */
    Optional<Before> before(Statements sql, String source, String sourceId) {
        return sql.find(
                        KnownListing.SELECT + " WHERE m.source = ? AND m.source_id = ?",
                        KnownListing::read,
                        source,
                        sourceId)
                .map(known -> current(sql, known)
                        .map(current -> examined(sql, known, current))
                        .orElseGet(() -> listed(known)));
    }

    private static Optional<Current> current(Statements sql, KnownListing known) {
        return sql.find(
                "SELECT s.id, s.gated, c.evidence_sha256 FROM model m JOIN snapshot s ON s.id = m.current_snapshot_id"
                        + " JOIN conclusion c ON c.id = m.current_conclusion_id WHERE m.id = ?",
                row -> new Current(row.getLong("id"), row.getString("gated"), row.getBytes("evidence_sha256")),
                known.id());
    }

    private Before examined(Statements sql, KnownListing known, Current current) {
        var evidence = CanonicalJson.read(blobs.getText(sql, current.evidence()), ModelEvidence.class);
        Map<String, Optional<String>> weights = new HashMap<>();
        sql.list(
                        "SELECT path, sha256 FROM weight_file WHERE snapshot_id = ?",
                        row -> Map.entry(
                                row.getString("path"),
                                Optional.ofNullable(row.getBytes("sha256")).map(HexFormat.of()::formatHex)),
                        current.snapshot())
                .forEach(file -> weights.put(file.getKey(), file.getValue()));
        var last = known.last();
        var facts = new ModelFacts(
                known.fullName(),
                Optional.of(licenses(evidence)),
                Optional.of(unread.filled(sql, known.id(), texts(evidence))),
                Optional.of(weights),
                Optional.of(bases(evidence)),
                last.map(KnownListing.Last::gated).orElse(current.gated()),
                last.map(KnownListing.Last::disabled).orElse(false),
                last.map(KnownListing.Last::missing).orElse(false));
        return new Before(Optional.of(current.snapshot()), facts);
    }

    /** A list sees tags alone: comparing them with a whole card would call the closer look a change. */
    private static Before listed(KnownListing known) {
        var last = known.last();
        var facts = new ModelFacts(
                known.fullName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                last.map(KnownListing.Last::gated).orElse("unknown"),
                last.map(KnownListing.Last::disabled).orElse(false),
                last.map(KnownListing.Last::missing).orElse(false));
        return new Before(Optional.empty(), facts);
    }

    void write(Statements sql, Before before, SnapshotStore.Stored stored, ModelSnapshot snapshot, Optional<Long> run) {
        var now = facts(snapshot);
        var rows = Drifts.between(before.facts(), now).stream()
                .map(drift -> new DriftTable.Row(
                        stored.modelId(),
                        before.snapshot(),
                        Optional.of(stored.snapshotId()),
                        run,
                        clock.instant(),
                        drift))
                .toList();
        table.insert(sql, rows);
        unread.keep(sql, stored.modelId(), before.facts().texts(), now.texts().orElse(Map.of()));
    }

    private static ModelFacts facts(ModelSnapshot snapshot) {
        var evidence = EvidenceReader.read(snapshot);
        Map<String, Optional<String>> weights = new HashMap<>();
        snapshot.weights().forEach(file -> weights.put(IndexedText.of(file.path()), file.sha256()));
        return new ModelFacts(
                snapshot.model().value(),
                Optional.of(licenses(evidence)),
                Optional.of(texts(evidence)),
                Optional.of(weights),
                Optional.of(bases(evidence)),
                Ids.of(snapshot.state().gating()),
                snapshot.state().disabled(),
                false);
    }

    static List<String> licenses(ModelEvidence evidence) {
        var all = new ArrayList<String>();
        for (Evidence statement : evidence.license()) {
            switch (statement) {
                case Evidence.CardTag(var _, var value) -> all.add(value);
                case Evidence.LicenseName(var _, var value) -> all.add("license_name: " + value);
                case Evidence.LicenseLink(var _, var value) -> all.add("license_link: " + value);
                // Headers belong to the weights: when they change, the hash of the weights does.
                case Evidence.HeaderField _, Evidence.FileText _, Evidence.FileUnread _, Evidence.Settled _ -> {}
            }
        }
        return all;
    }

    static Map<String, Optional<String>> texts(ModelEvidence evidence) {
        Map<String, Optional<String>> texts = new HashMap<>();
        for (Evidence statement : evidence.license()) {
            switch (statement) {
                case Evidence.FileText(var at, var _, var _) -> texts.put(at.file(), at.sha256());
                case Evidence.FileUnread(var at, var _, var _) -> texts.put(at.file(), Optional.empty());
                case Evidence.CardTag _,
                        Evidence.LicenseName _,
                        Evidence.LicenseLink _,
                        Evidence.HeaderField _,
                        Evidence.Settled _ -> {}
            }
        }
        return texts;
    }

    static List<String> bases(ModelEvidence evidence) {
        return evidence.parents().stream()
                .map(parent -> Ids.of(parent.relation()) + ":" + parent.model().value())
                .toList();
    }
}
