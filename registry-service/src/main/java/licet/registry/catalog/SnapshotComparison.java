package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.registry.drift.DriftForm;
import licet.registry.drift.Drifts;
import licet.registry.drift.ModelFacts;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.ModelEvidence;

/** Holds two snapshots of one model against each other, from what each of them recorded. */
@Singleton
public class SnapshotComparison {
    private final Database database;
    private final Blobs blobs;
    private final TextDiffs texts;

    SnapshotComparison(Database database, Blobs blobs, TextDiffs texts) {
        this.database = database;
        this.blobs = blobs;
        this.texts = texts;
    }

    /** The older one comes first, whichever way they are named. */
    public SnapshotDifference between(Catalog.SnapshotRow one, Catalog.SnapshotRow other) {
        var from = one.id() <= other.id() ? one : other;
        var to = from == one ? other : one;
        return database.read(sql -> new SnapshotDifference(from, to, changes(sql, from, to), files(sql, from, to)));
    }

    private List<SnapshotDifference.Change> changes(Statements sql, Catalog.SnapshotRow from, Catalog.SnapshotRow to) {
        return Drifts.between(facts(sql, from), facts(sql, to)).stream()
                .map(drift -> new SnapshotDifference.Change(DriftForm.of(drift).kind(), drift, texts.of(sql, drift)))
                .toList();
    }

    /** Names and presence are the model's and not a snapshot's: they are equal here. */
    private ModelFacts facts(Statements sql, Catalog.SnapshotRow snapshot) {
        var evidence = evidence(sql, snapshot.id());
        return new ModelFacts(
                "",
                evidence.map(SnapshotDrift::licenses),
                evidence.map(SnapshotDrift::texts),
                Optional.of(weights(sql, snapshot.id())),
                evidence.map(SnapshotDrift::bases),
                snapshot.gated(),
                false,
                false);
    }

    private Optional<ModelEvidence> evidence(Statements sql, long snapshot) {
        return sql
                .list(
                        "SELECT evidence_sha256 FROM conclusion WHERE snapshot_id = ? AND evidence_sha256 IS NOT NULL"
                                + " ORDER BY id DESC LIMIT 1",
                        row -> row.getBytes("evidence_sha256"),
                        snapshot)
                .stream()
                .findFirst()
                .map(sha256 -> CanonicalJson.read(blobs.getText(sql, sha256), ModelEvidence.class));
    }

    private static Map<String, Optional<String>> weights(Statements sql, long snapshot) {
        var all = new HashMap<String, Optional<String>>();
        sql.list(
                        "SELECT path, sha256 FROM weight_file WHERE snapshot_id = ?",
                        row -> Map.entry(
                                row.getString("path"),
                                Optional.ofNullable(row.getBytes("sha256")).map(HexFormat.of()::formatHex)),
                        snapshot)
                .forEach(file -> all.put(file.getKey(), file.getValue()));
        return all;
    }

    private static List<SnapshotDifference.FileChange> files(
            Statements sql, Catalog.SnapshotRow from, Catalog.SnapshotRow to) {
        var before = contents(sql, from.id());
        var after = contents(sql, to.id());
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .map(path -> new SnapshotDifference.FileChange(
                        path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path))))
                .filter(SnapshotComparison::isChange)
                .toList();
    }

    private static boolean isChange(SnapshotDifference.FileChange file) {
        return file.before().isEmpty()
                || file.after().isEmpty()
                || file.before().get().differsFrom(file.after().get());
    }

    private static Map<String, SnapshotDifference.Content> contents(Statements sql, long snapshot) {
        var all = new TreeMap<String, SnapshotDifference.Content>();
        sql.list(
                        "SELECT path, size, sha256 FROM weight_file WHERE snapshot_id = ? UNION ALL"
                                + " SELECT path, size, sha256 FROM evidence_file WHERE snapshot_id = ?"
                                + " AND state <> 'absent' AND kind <> 'weights-header'",
                        row -> Map.entry(
                                row.getString("path"),
                                new SnapshotDifference.Content(
                                        Optional.ofNullable(row.getObject("size", Long.class)),
                                        Optional.ofNullable(row.getBytes("sha256"))
                                                .map(HexFormat.of()::formatHex))),
                        snapshot,
                        snapshot)
                .forEach(file -> all.putIfAbsent(file.getKey(), file.getValue()));
        return all;
    }
}
