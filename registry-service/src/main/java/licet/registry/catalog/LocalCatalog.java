package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import licet.ingest.hub.RepoId;
import licet.ingest.snapshot.ModelSnapshot;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditEvent;
import licet.registry.platform.audit.AuditLog;
import licet.rules.evidence.ModelId;

/**
 * Models that somebody brought instead of the Hub. They are a source of their own: whatever name or commit a folder
 * claims, the Hub's model of that name stays as the Hub showed it.
 */
@Singleton
public class LocalCatalog {
    public static final String SOURCE = ModelSnapshot.LOCAL_SOURCE;

    private static final String PREFIX = SOURCE + ":";

    private final Database database;
    private final Catalog catalog;
    private final SnapshotStore snapshots;
    private final SnapshotDrift drift;
    private final Conclusions conclusions;
    private final AuditLog audit;
    private final Clock clock;
    private final String hub;

    LocalCatalog(
            Database database,
            Catalog catalog,
            SnapshotStore snapshots,
            SnapshotDrift drift,
            Conclusions conclusions,
            AuditLog audit,
            Clock clock,
            HubMode mode) {
        this.database = database;
        this.catalog = catalog;
        this.snapshots = snapshots;
        this.drift = drift;
        this.conclusions = conclusions;
        this.audit = audit;
        this.clock = clock;
        this.hub = mode.source();
    }

    static boolean isLocal(ModelSnapshot snapshot) {
        return snapshot.identity().source().equals(SOURCE);
    }

    /** What a state of a local model is called on record, in verdicts too. */
    public static String revision(String state) {
        return state.startsWith(PREFIX) ? state : PREFIX + state;
    }

    /** @param isNew false when the same evidence was on record already */
    public record Kept(Catalog.Judged model, boolean isNew) {}

    /**
     * Stores what a folder holds; from now on it stands for the local model of that name.
     *
     * @param snapshot of a local model
     */
    public Kept store(ModelSnapshot snapshot, Actor actor) {
        if (!isLocal(snapshot)) {
            throw new IllegalArgumentException(snapshot.model() + " comes from a Hub");
        }
        conclusions.requireActiveKnowledge();
        boolean isNew = database.write(sql -> {
            Catalog.writeAlone(sql);
            var item = ListItem.of(snapshot);
            var before = drift.before(sql, SOURCE, item.sourceId());
            var stored = snapshots.storeNewest(sql, SOURCE, snapshot);
            before.ifPresent(was -> drift.write(sql, was, stored, snapshot, Optional.empty()));
            ListingWriter.head(sql, stored.modelId(), item, false);
            conclusions.conclude(sql, SOURCE, stored.snapshotId(), EvidenceReader.read(snapshot));
            audit.append(AuditEvent.of(
                    actor,
                    "catalog.import",
                    Catalog.KIND,
                    Long.toString(stored.modelId()),
                    Map.of(
                            "model", snapshot.model().value(),
                            "revision", EvidenceReader.revisionOf(snapshot),
                            "evidence", snapshot.evidenceDigest(),
                            "new", stored.isNew())));
            return stored.isNew();
        });
        var model = catalog.find(SOURCE, new ModelId(snapshot.model().value()), Optional.empty());
        return new Kept(model.orElseThrow(), isNew);
    }

    /**
     * Makes names known of which nothing is on record, neither of the Hub nor brought before. Joins the transaction under
     * way.
     *
     * @return how many were new
     */
    public int know(Statements sql, List<RepoId> names) {
        Catalog.writeAlone(sql);
        var now = clock.instant();
        String[] owners = names.stream().map(name -> name.owner().orElse("")).toArray(String[]::new);
        String[] shorts = names.stream().map(RepoId::name).toArray(String[]::new);
        var known = sql.list(
                "INSERT INTO model (source, source_id, owner, name, tier, first_seen_at)"
                        + " SELECT DISTINCT ON (lower(n.owner), lower(n.name)) ?, 'name:' || lower(CASE n.owner"
                        + " WHEN '' THEN n.name ELSE n.owner || '/' || n.name END), n.owner, n.name, 'listed', ?"
                        + " FROM unnest(CAST(? AS text[]), CAST(? AS text[])) AS n(owner, name)"
                        + " WHERE NOT EXISTS (SELECT 1 FROM model m WHERE m.source IN (?, ?)"
                        + " AND m.owner_lower = lower(n.owner) AND m.name_lower = lower(n.name)"
                        + " AND m.name_lost_at IS NULL) ON CONFLICT DO NOTHING RETURNING id",
                row -> row.getLong("id"),
                SOURCE,
                now,
                owners,
                shorts,
                hub,
                SOURCE);
        sql.update(
                "INSERT INTO model_name (model_id, owner, name, seen_from)"
                        + " SELECT id, owner, name, ? FROM model WHERE id = ANY(?)",
                now,
                known.toArray(Long[]::new));
        sql.update("INSERT INTO popularity (model_id, downloads, likes) SELECT id, 0, 0 FROM unnest(?) AS id", (Object)
                known.toArray(Long[]::new));
        return known.size();
    }
}
