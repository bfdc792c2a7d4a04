package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import licet.ingest.hub.Payload;
import licet.ingest.hub.RepoFile;
import licet.ingest.hub.RepoId;
import licet.ingest.snapshot.KnownContents;
import licet.registry.knowledge.HubMode;
import licet.registry.platform.Database;

/** Files of a model's current snapshot, so that of a changed model only the changed files are asked for. */
@Singleton
public final class KnownEvidence implements KnownContents {
    private final Database database;
    private final Blobs blobs;
    private final String source;

    KnownEvidence(Database database, Blobs blobs, HubMode mode) {
        this.database = database;
        this.blobs = blobs;
        this.source = mode.source();
    }

    /** Of the same model alone: another's file would make what is read depend on the order of reading. */
    @Override
    public Optional<Payload> find(RepoId model, RepoFile listed) {
        return listed.blobOid()
                .flatMap(oid -> database.read(sql -> sql
                        .list(
                                "SELECT f.sha256 FROM model m JOIN evidence_file f ON f.snapshot_id = m.current_snapshot_id"
                                        + " WHERE m.source = ? AND m.owner_lower = ? AND m.name_lower = ?"
                                        + " AND m.name_lost_at IS NULL AND f.git_oid = ? AND f.state = 'read' LIMIT 1",
                                row -> row.getBytes("sha256"),
                                source,
                                model.owner().orElse("").toLowerCase(Locale.ROOT),
                                model.name().toLowerCase(Locale.ROOT),
                                oid)
                        .stream()
                        .findFirst()
                        .map(sha256 -> Payload.of(blobs.get(sql, sha256)))));
    }
}
