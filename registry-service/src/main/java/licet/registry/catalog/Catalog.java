package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import licet.ingest.snapshot.ModelSnapshot;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.rules.evidence.ModelId;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.ModelEvidence;
import licet.rules.release.Releases;

/** What is on record about models: snapshots, and what was concluded from them. */
@Singleton
public class Catalog {
    /** Kind of object in the audit chain whose change makes remembered answers void. */
    public static final String KIND = "catalog";

    private static final String NEWEST = "main";

    /** Any number that no other part of the product locks. */
    private static final long WRITE_LOCK = 4_827_001;

    private final Database database;
    private final SnapshotStore snapshots;
    private final SnapshotDrift drift;
    private final EqualFiles equal;
    private final Conclusions conclusions;
    private final Blobs blobs;
    private final AuditLog audit;
    private final Releases releases;
    private final String source;

    Catalog(
            Database database,
            SnapshotStore snapshots,
            SnapshotDrift drift,
            EqualFiles equal,
            Conclusions conclusions,
            Blobs blobs,
            AuditLog audit,
            Releases releases,
            HubMode mode) {
        this.database = database;
        this.snapshots = snapshots;
        this.drift = drift;
        this.equal = equal;
        this.conclusions = conclusions;
        this.blobs = blobs;
        this.audit = audit;
        this.releases = releases;
        this.source = mode.source();
    }

    /** Where the models of this instance come from. */
    public String source() {
        return source;
    }

    /** Stores a batch of newest revisions. Returns how many snapshots were new. */
    public int store(List<ModelSnapshot> batch) {
        return store(batch, List.of());
    }

    /**
     * Stores a batch in one transaction with one entry in the audit chain. Returns how many snapshots were new.
     *
     * @param older revisions that somebody asked for by name; they never stand for the model as it is now
     */
    public int store(List<ModelSnapshot> newest, List<ModelSnapshot> older) {
        return store(newest, older, Optional.empty());
    }

    /** @param run the run that fetched them, under which their drift is listed */
    public int store(List<ModelSnapshot> newest, List<ModelSnapshot> older, Optional<Long> run) {
        conclusions.requireActiveKnowledge();
        return database.write(sql -> {
            writeAlone(sql);
            var news = new ArrayList<SnapshotStore.Stored>();
            newest.forEach(snapshot -> news.add(storeNewest(sql, snapshot, run)));
            news.removeIf(stored -> !stored.isNew());
            PastTable.mark(sql, source, news);
            ReleasedModels.date(sql, source, releases);
            for (var snapshot : older) {
                var stored = snapshots.storeOlder(sql, source, snapshot);
                conclusions.concludePast(sql, source, stored.snapshotId(), EvidenceReader.read(snapshot));
                news.add(stored);
            }
            news.removeIf(stored -> !stored.isNew());
            var taken = new TreeSet<Long>();
            news.forEach(stored -> taken.addAll(equal.listTakenByOthers(sql, source, stored.snapshotId())));
            conclusions.concludeAgain(sql, source, taken);
            audit.append(AuditEvent.of(
                    Actor.PRODUCT,
                    "catalog.ingest",
                    KIND,
                    source,
                    Map.of(
                            "models",
                            Stream.concat(newest.stream(), older.stream())
                                    .map(s -> s.model().value())
                                    .toList(),
                            "new",
                            news.size())));
            return news.size();
        });
    }

    private SnapshotStore.Stored storeNewest(Statements sql, ModelSnapshot snapshot, Optional<Long> run) {
        var before = drift.before(sql, source, sourceId(snapshot));
        var stored = snapshots.storeNewest(sql, source, snapshot);
        before.ifPresent(was -> drift.write(sql, was, stored, snapshot, run));
        // Files that another try may read make the model due again.
        boolean due = !snapshot.listPassingGaps().isEmpty();
        ListingWriter.head(sql, stored.modelId(), ListItem.of(snapshot), due);
        conclusions.conclude(sql, source, stored.snapshotId(), EvidenceReader.read(snapshot));
        return stored;
    }

    private static String sourceId(ModelSnapshot snapshot) {
        return ListItem.sourceId(snapshot.identity().objectId(), snapshot.model());
    }

    /** Two readers of the same model or profile would each find it missing; the other ends first instead. */
    public static void writeAlone(Statements sql) {
        sql.find("SELECT pg_advisory_xact_lock(?)", row -> true, WRITE_LOCK);
    }

    /** Concludes everything again that was concluded with other knowledge. */
    public int refresh() {
        conclusions.requireActiveKnowledge();
        return database.write(sql -> {
            writeAlone(sql);
            int count = conclusions.refresh(sql, source) + conclusions.refresh(sql, LocalCatalog.SOURCE);
            if (count > 0) {
                audit.append(AuditEvent.of(Actor.PRODUCT, "catalog.conclude", KIND, source, Map.of("models", count)));
            }
            return count;
        });
    }

    /**
     * Concludes models again about whose evidence people settled something, with everything made from them. To be called
     * in the transaction of that change.
     */
    public void concludeSettled(Statements sql, List<Long> models, Actor actor) {
        conclusions.requireActiveKnowledge();
        writeAlone(sql);
        conclusions.concludeSettled(sql, models);
        audit.append(AuditEvent.of(actor, "catalog.conclude", KIND, source, Map.of("models", models.size())));
    }

    /**
     * A model as it stands at one revision.
     *
     * @param id of this instance's row
     * @param read absent where nothing was read of it
     */
    public record Judged(long id, ModelId model, String revision, Conclusion conclusion, Optional<Read> read) {}

    /**
     * What a conclusion was made from.
     *
     * @param evidence digest of the snapshot
     * @param standing the stored conclusion, where it is the one that stands for the model now
     */
    public record Read(long snapshot, String evidence, Instant takenAt, OptionalLong standing) {}

    /** A model of this instance's Hub. @param revision a commit; empty for the newest on record */
    public Optional<Judged> find(ModelId model, Optional<String> revision) {
        return find(source, model, revision);
    }

    /** @param from the source that is asked: two of them can hold models of one name */
    public Optional<Judged> find(String from, ModelId model, Optional<String> revision) {
        return database.read(
                sql -> revision.isPresent() ? at(sql, from, model, revision.get()) : current(sql, from, model));
    }

    /** The model of one of this instance's rows as it stands now. */
    public Optional<Judged> findCurrent(long modelId) {
        return database.read(sql -> sql.find(
                SELECT + " JOIN snapshot s ON s.id = m.current_snapshot_id"
                        + " JOIN conclusion c ON c.id = m.current_conclusion_id WHERE m.id = ?",
                Catalog::judged,
                modelId));
    }

    /** Whether something was concluded about this commit. */
    public boolean holds(ModelId model, String commit) {
        return database.read(sql -> sql.find(
                        "SELECT 1 FROM model m" + NAMED + " AND EXISTS (SELECT 1 FROM snapshot s JOIN conclusion c"
                                + " ON c.snapshot_id = s.id WHERE s.model_id = m.id AND s.revision = ?)",
                        row -> true,
                        source,
                        owner(model),
                        name(model),
                        commit)
                .isPresent());
    }

    /** The conclusion that stands for a model now: what was made from the same one needs no other look. */
    public OptionalLong findStanding(String from, ModelId model) {
        return database.read(sql -> sql.find(
                        "SELECT m.current_conclusion_id AS id FROM model m" + NAMED
                                + " AND m.current_conclusion_id IS NOT NULL",
                        row -> row.getLong("id"),
                        from,
                        owner(model),
                        name(model)))
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private static Optional<Judged> current(Statements sql, String source, ModelId model) {
        return sql.find(
                SELECT + " JOIN snapshot s ON s.id = m.current_snapshot_id"
                        + " JOIN conclusion c ON c.id = m.current_conclusion_id" + NAMED,
                Catalog::judged,
                source,
                owner(model),
                name(model));
    }

    /** What stands for the model now was kept current; an older revision is concluded anew with today's parents. */
    private Optional<Judged> at(Statements sql, String source, ModelId model, String revision) {
        return sql
                .list(
                        "SELECT " + COLUMNS + ", c.evidence_sha256, c.id = m.current_conclusion_id AS is_current"
                                + " FROM model m"
                                + " JOIN snapshot s ON s.model_id = m.id AND s.revision = ?"
                                + " JOIN conclusion c ON c.snapshot_id = s.id" + NAMED
                                + " ORDER BY is_current DESC NULLS LAST, s.id DESC, c.id DESC LIMIT 1",
                        row -> row.getBoolean("is_current")
                                ? judged(row)
                                : concludedNow(sql, source, row, row.getBytes("evidence_sha256")),
                        revision,
                        source,
                        owner(model),
                        name(model))
                .stream()
                .findFirst();
    }

    private Judged concludedNow(Statements sql, String source, java.sql.ResultSet row, byte[] evidence)
            throws java.sql.SQLException {
        var known = judged(row);
        return new Judged(
                known.id(),
                known.model(),
                known.revision(),
                conclusions.now(sql, source, row.getLong("snapshot_id"), evidence),
                known.read().map(read -> new Read(read.snapshot(), read.evidence(), read.takenAt(), NOT_NOW)));
    }

    private static final OptionalLong NOT_NOW = OptionalLong.empty();
    private static final String COLUMNS = "m.id, m.owner, m.name, s.id AS snapshot_id, s.revision, s.evidence_digest,"
            + " s.taken_at, c.id AS conclusion_id, c.body";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM model m";
    private static final String NAMED =
            " WHERE m.source = ? AND m.owner_lower = ? AND m.name_lower = ? AND m.name_lost_at IS NULL";

    private static Judged judged(java.sql.ResultSet row) throws java.sql.SQLException {
        String owner = row.getString("owner");
        return new Judged(
                row.getLong("id"),
                new ModelId(owner.isEmpty() ? row.getString("name") : owner + "/" + row.getString("name")),
                row.getString("revision"),
                CanonicalJson.read(row.getString("body"), Conclusion.class),
                Optional.of(new Read(
                        row.getLong("snapshot_id"),
                        row.getString("evidence_digest"),
                        Statements.getInstant(row, "taken_at"),
                        OptionalLong.of(row.getLong("conclusion_id")))));
    }

    /** A model that is only stated, with what stands for one of which nothing was read. */
    public Optional<Judged> findStated(ModelId model) {
        return database.read(sql -> sql.find(
                "SELECT m.id, m.owner || '/' || m.name AS full_name FROM model m" + NAMED + " AND m.tier = 'stated'",
                row -> {
                    var id = new ModelId(row.getString("full_name"));
                    return new Judged(row.getLong("id"), id, NEWEST, conclusions.unread(id), Optional.empty());
                },
                source,
                owner(model),
                name(model)));
    }

    /** Whether anything is on record under this name. */
    public boolean knows(ModelId model) {
        return database.read(sql -> sql.find(
                        "SELECT 1 FROM model m" + NAMED + " AND m.current_conclusion_id IS NOT NULL",
                        row -> true,
                        source,
                        owner(model),
                        name(model))
                .isPresent());
    }

    /** What would stand for a model with other evidence than was read; nothing is written. */
    public Conclusion conclusionWith(long modelId, UnaryOperator<ModelEvidence> change) {
        return database.read(sql -> conclusions.with(sql, modelId, change));
    }

    /** The evidence behind a model's current conclusion. */
    public Optional<ModelEvidence> findEvidence(long modelId) {
        return database.read(sql -> sql.find(
                        "SELECT c.evidence_sha256 FROM model m JOIN conclusion c ON c.id = m.current_conclusion_id"
                                + " WHERE m.id = ?",
                        row -> row.getBytes("evidence_sha256"),
                        modelId)
                .map(sha256 -> CanonicalJson.read(blobs.getText(sql, sha256), ModelEvidence.class)));
    }

    public List<SnapshotRow> listSnapshots(long modelId) {
        return database.read(sql -> sql.list(
                "SELECT id, revision, evidence_digest, taken_at, gated, declared_license FROM snapshot"
                        + " WHERE model_id = ? ORDER BY id DESC LIMIT 50",
                row -> new SnapshotRow(
                        row.getLong("id"),
                        row.getString("revision"),
                        row.getString("evidence_digest"),
                        Statements.getInstant(row, "taken_at"),
                        row.getString("gated"),
                        Optional.ofNullable(row.getString("declared_license"))),
                modelId));
    }

    public List<FileRow> listFiles(long modelId) {
        return database.read(sql -> sql.list(
                "SELECT f.path, f.format AS kind, f.size, f.sha256, 'listed' AS state FROM weight_file f"
                        + " JOIN model m ON m.current_snapshot_id = f.snapshot_id WHERE m.id = ?"
                        + " UNION ALL SELECT e.path, e.kind, e.size, e.sha256, e.state FROM evidence_file e"
                        + " JOIN model m ON m.current_snapshot_id = e.snapshot_id"
                        + " WHERE m.id = ? AND e.state <> 'absent' ORDER BY path LIMIT 500",
                row -> new FileRow(
                        row.getString("path"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getObject("size", Long.class)),
                        Optional.ofNullable(row.getBytes("sha256")).map(HexFormat.of()::formatHex),
                        row.getString("state")),
                modelId,
                modelId));
    }

    /** Names of declared parents that are not on record, so that they can be read as well. */
    public List<ModelId> listUnreadParents() {
        return database.read(sql -> sql.list(
                "SELECT DISTINCT e.parent_owner, e.parent_name FROM (SELECT m.source, d.parent_owner, d.parent_name"
                        + " FROM lineage_edge d JOIN model m ON m.current_snapshot_id = d.snapshot_id"
                        + " UNION SELECT m.source, s.parent_owner, s.parent_name FROM settled_base s"
                        + " JOIN model m ON m.id = s.model_id) e JOIN (SELECT CAST(? AS text) AS source) child"
                        + " ON child.source = e.source WHERE true" + UNREAD,
                row -> new ModelId(row.getString("parent_owner") + "/" + row.getString("parent_name")),
                source));
    }

    /** The same for the bases of these models alone. */
    public List<ModelId> listUnreadParents(List<licet.ingest.hub.RepoId> children) {
        return database.read(sql -> sql.list(
                "SELECT DISTINCT e.parent_owner, e.parent_name FROM model child"
                        + " JOIN lineage_edge e ON e.snapshot_id = child.current_snapshot_id"
                        + " WHERE child.source = ? AND child.full_name_lower = ANY(?)" + UNREAD,
                row -> new ModelId(row.getString("parent_owner") + "/" + row.getString("parent_name")),
                source,
                children.stream()
                        .map(child -> owner(new ModelId(child.value())) + "/" + name(new ModelId(child.value())))
                        .toArray(String[]::new)));
    }

    private static final String UNREAD =
            " AND e.parent_owner <> '' AND NOT EXISTS (SELECT 1 FROM model m WHERE m.source = child.source"
                    + " AND m.owner_lower = lower(e.parent_owner) AND m.name_lower = lower(e.parent_name)"
                    + " AND m.name_lost_at IS NULL AND m.current_conclusion_id IS NOT NULL) ORDER BY 1, 2";

    public record SnapshotRow(
            long id,
            String revision,
            String evidenceDigest,
            Instant takenAt,
            String gated,
            Optional<String> declaredLicense) {}

    /** @param size in bytes */
    public record FileRow(String path, String kind, Optional<Long> size, Optional<String> sha256, String state) {}

    private static String owner(ModelId model) {
        int slash = model.value().indexOf('/');
        return slash < 0 ? "" : model.value().substring(0, slash).toLowerCase(Locale.ROOT);
    }

    private static String name(ModelId model) {
        return model.value().substring(model.value().indexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
