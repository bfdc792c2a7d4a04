package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import licet.ingest.card.LineageHint;
import licet.ingest.hub.RepoId;
import licet.ingest.snapshot.DeclaredBase;
import licet.ingest.snapshot.EvidenceFile;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.WeightFile;
import licet.registry.platform.Statements;
import licet.rules.evidence.ModelId;
import licet.rules.lineage.Developers;
import org.jspecify.annotations.Nullable;

/** Writes snapshots: immutable, each piece of evidence once, by its hash. */
@Singleton
final class SnapshotStore {
    private final Blobs blobs;
    private final Developers developers;
    private final EqualFiles equal;
    private final Clock clock;

    SnapshotStore(Blobs blobs, Developers developers, EqualFiles equal, Clock clock) {
        this.blobs = blobs;
        this.equal = equal;
        this.developers = developers;
        this.clock = clock;
    }

    /** @param isNew false when the same evidence was on record already */
    record Stored(long modelId, long snapshotId, boolean isNew) {}

    /** The snapshot stands for the model from now on. */
    Stored storeNewest(Statements sql, String source, ModelSnapshot snapshot) {
        var stored = storeOlder(sql, source, snapshot);
        sql.update(
                "UPDATE model SET tier = 'examined', current_snapshot_id = ?, released_at = ?, parameters = ?,"
                        + " bases = ? WHERE id = ?",
                stored.snapshotId(),
                snapshot.identity().createdAt().orElse(null),
                snapshot.parameters().orElse(null),
                BaseNames.column(snapshot.bases().stream()
                        .map(base -> EvidenceReader.parentId(base).value())),
                stored.modelId());
        // Of an older revision the Hub may give the date of the newest, so only this one is taken at its word.
        snapshot.identity()
                .lastModified()
                .ifPresent(pushed -> sql.update(
                        "INSERT INTO model_commit (model_id, revision, committed_at) VALUES (?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        stored.modelId(),
                        EvidenceReader.revisionOf(snapshot),
                        pushed));
        return stored;
    }

    Stored storeOlder(Statements sql, String source, ModelSnapshot snapshot) {
        long model = model(sql, source, snapshot);
        String revision = EvidenceReader.revisionOf(snapshot);
        var known = sql.find(
                "SELECT id FROM snapshot WHERE model_id = ? AND revision = ? AND evidence_digest = ?",
                row -> row.getLong("id"),
                model,
                revision,
                snapshot.evidenceDigest());
        long id = known.orElseGet(() -> insert(sql, model, revision, snapshot));
        observe(sql, model, id, snapshot);
        return new Stored(model, id, known.isEmpty());
    }

    private long model(Statements sql, String source, ModelSnapshot snapshot) {
        var id = snapshot.model();
        String owner = id.owner().orElse("");
        String sourceId = ListItem.sourceId(snapshot.identity().objectId(), id);
        Instant now = clock.instant();
        // Another repository can have held this name: it loses the name, never its id or history.
        sql.list(
                        "UPDATE model SET name_lost_at = ? WHERE source = ? AND owner_lower = lower(?)"
                                + " AND name_lower = lower(?) AND name_lost_at IS NULL AND source_id <> ? RETURNING id",
                        row -> row.getLong("id"),
                        now,
                        source,
                        owner,
                        id.name(),
                        sourceId)
                .forEach(loser -> sql.update(
                        "UPDATE model_name SET seen_to = ? WHERE model_id = ? AND seen_to IS NULL", now, loser));
        long model = sql.get(
                "INSERT INTO model (source, source_id, owner, name, tier, created_at, first_seen_at)"
                        + " VALUES (?, ?, ?, ?, 'examined', ?, ?)"
                        + " ON CONFLICT (source, source_id) DO UPDATE SET owner = excluded.owner, name = excluded.name,"
                        + " name_lost_at = NULL RETURNING id",
                row -> row.getLong("id"),
                source,
                sourceId,
                owner,
                id.name(),
                snapshot.identity().createdAt().orElse(null),
                now);
        names(sql, model, owner, id.name(), now);
        return model;
    }

    private static void names(Statements sql, long model, String owner, String name, Instant now) {
        int ended = sql.update(
                "UPDATE model_name SET seen_to = ? WHERE model_id = ? AND seen_to IS NULL AND (owner, name) <> (?, ?)",
                now,
                model,
                owner,
                name);
        boolean open = sql.find("SELECT 1 FROM model_name WHERE model_id = ? AND seen_to IS NULL", row -> true, model)
                .isPresent();
        if (ended > 0 || !open) {
            sql.update(
                    "INSERT INTO model_name (model_id, owner, name, seen_from) VALUES (?, ?, ?, ?)",
                    model,
                    owner,
                    name,
                    now);
        }
    }

    private long insert(Statements sql, long model, String revision, ModelSnapshot snapshot) {
        snapshot.rawAnswers().forEach(answer -> blobs.store(sql, answer.body().bytes()));
        snapshot.evidence().stream().flatMap(file -> file.text().stream()).forEach(text -> blobs.storeText(sql, text));
        String developer = developers.developerOf(new ModelId(snapshot.model().value()));
        long id = sql.get(
                "INSERT INTO snapshot (model_id, revision, evidence_digest, taken_at, released_at, gated, pipeline_tag,"
                        + " library, modality, parameters, developer_key, country, declared_license, card_blob, info_blob,"
                        + " successor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                row -> row.getLong("id"),
                model,
                revision,
                snapshot.evidenceDigest(),
                clock.instant(),
                snapshot.identity().createdAt().orElse(null),
                written(snapshot.state().gating()),
                snapshot.labels().pipelineTag().map(IndexedText::of).orElse(null),
                snapshot.labels().libraryName().map(IndexedText::of).orElse(null),
                written(snapshot.modality()),
                snapshot.parameters().orElse(null),
                developer,
                developers.countryOf(developer),
                declared(snapshot),
                cardHash(snapshot),
                snapshot.rawAnswers().isEmpty()
                        ? null
                        : bytes(snapshot.rawAnswers().getFirst().sha256()),
                successor(snapshot));
        files(sql, id, snapshot);
        lineage(sql, id, snapshot);
        equal.store(sql, id, model, developer, snapshot);
        return id;
    }

    /** As the card names it; whatever is no name of a model, or its own one, is left out. */
    private static @Nullable String successor(ModelSnapshot snapshot) {
        return snapshot.card()
                .frontMatter()
                .text("new_version")
                .flatMap(RepoId::find)
                .filter(id -> id.owner().isPresent() && !id.equals(snapshot.model()))
                .map(RepoId::value)
                .orElse(null);
    }

    private static void files(Statements sql, long id, ModelSnapshot snapshot) {
        var evidence = new ArrayList<@Nullable Object[]>();
        for (var file : snapshot.evidence()) {
            evidence.add(new @Nullable Object[] {
                id,
                IndexedText.of(file.path()),
                written(file.kind()),
                state(file),
                file.state() instanceof EvidenceFile.State.Unread(var reason, var detail) ? written(reason) : null,
                file.sha256().map(SnapshotStore::bytes).orElse(null),
                file.blobOid().orElse(null),
                file.size().isPresent() ? file.size().getAsLong() : null
            });
        }
        sql.batch(
                "INSERT INTO evidence_file (snapshot_id, path, kind, state, unread_reason, sha256, git_oid, size)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                evidence);
        var weights = new ArrayList<@Nullable Object[]>();
        for (WeightFile file : snapshot.weights()) {
            weights.add(new @Nullable Object[] {
                id,
                IndexedText.of(file.path()),
                written(file.format()),
                file.size().isPresent() ? file.size().getAsLong() : null,
                file.sha256().map(SnapshotStore::bytes).orElse(null)
            });
        }
        sql.batch(
                "INSERT INTO weight_file (snapshot_id, path, format, size, sha256) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                weights);
    }

    private static void lineage(Statements sql, long id, ModelSnapshot snapshot) {
        var edges = new ArrayList<@Nullable Object[]>();
        for (DeclaredBase base : snapshot.bases()) {
            String[] name = EvidenceReader.parentId(base).value().split("/", 2);
            edges.add(new @Nullable Object[] {
                id,
                name.length == 2 ? IndexedText.of(name[0]) : "",
                IndexedText.of(name[name.length - 1]),
                written(EvidenceReader.relation(base.relation())),
                base.sources().contains(DeclaredBase.Source.TAG)
                                && base.sources().size() == 1
                        ? "tag"
                        : "card",
                base.revision().orElse(null)
            });
        }
        sql.batch(
                "INSERT INTO lineage_edge (snapshot_id, parent_owner, parent_name, relation, source, parent_revision)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                edges);
        var hints = new ArrayList<@Nullable Object[]>();
        for (LineageHint hint : snapshot.hints()) {
            var named = hint.models().stream().findFirst();
            hints.add(new @Nullable Object[] {
                id,
                hints.size(),
                written(hint.kind()),
                hint.path(),
                hint.line() > 0 ? hint.line() : null,
                named.flatMap(model -> model.owner()).orElse(null),
                named.map(model -> model.name()).orElse(null),
                hint.text()
            });
        }
        sql.batch(
                "INSERT INTO lineage_hint (snapshot_id, ordinal, kind, path, line, named_owner, named_name, text)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                hints);
    }

    /** What changes without a commit, at most once a moment. */
    private void observe(Statements sql, long model, long snapshotId, ModelSnapshot snapshot) {
        var state = snapshot.state();
        sql.update(
                "INSERT INTO observation (model_id, seen_at, snapshot_id, gated, disabled, scan_state, downloads, likes)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                model,
                clock.instant(),
                snapshotId,
                written(state.gating()),
                state.disabled(),
                state.security().map(scan -> scan.done() ? "done" : "running").orElse(null),
                state.downloads(),
                state.likes());
        if (LocalCatalog.isLocal(snapshot)) {
            // Nobody counts it, but every order of a list has to hold it.
            sql.update(
                    "INSERT INTO popularity (model_id, downloads, likes) VALUES (?, 0, 0) ON CONFLICT DO NOTHING",
                    model);
            return;
        }
        sql.update(
                "INSERT INTO popularity (model_id, downloads, likes) VALUES (?, ?, ?) ON CONFLICT (model_id) DO UPDATE"
                        + " SET downloads = excluded.downloads, likes = excluded.likes"
                        + " WHERE abs(popularity.downloads - excluded.downloads) > popularity.downloads * 0.05"
                        + " OR abs(popularity.likes - excluded.likes) > popularity.likes * 0.05",
                model,
                state.downloads(),
                state.likes());
    }

    private static @Nullable String declared(ModelSnapshot snapshot) {
        List<String> card = snapshot.licenses().card().ids();
        List<String> api = snapshot.licenses().cardData().ids();
        return Stream.concat(card.stream(), api.stream())
                .findFirst()
                .map(IndexedText::of)
                .orElse(null);
    }

    private static byte @Nullable [] cardHash(ModelSnapshot snapshot) {
        Optional<byte[]> hash = snapshot.listEvidence(EvidenceFile.Kind.CARD).stream()
                .flatMap(file -> file.sha256().stream())
                .findFirst()
                .map(SnapshotStore::bytes);
        return hash.orElse(null);
    }

    private static String state(EvidenceFile file) {
        return switch (file.state()) {
            case EvidenceFile.State.Read _ -> "read";
            case EvidenceFile.State.Unread _ -> "unread";
            case EvidenceFile.State.Absent() -> "absent";
        };
    }

    private static String written(Enum<?> value) {
        return licet.rules.facts.Ids.of(value);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
