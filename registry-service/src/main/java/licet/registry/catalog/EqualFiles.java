package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licet.ingest.snapshot.ModelSnapshot;
import licet.ingest.snapshot.OriginFile;
import licet.registry.platform.Statements;
import licet.rules.evidence.EvidenceRef;
import licet.rules.evidence.ModelId;
import licet.rules.facts.Ids;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.Lineage;
import licet.rules.lineage.ModelEvidence;
import org.jspecify.annotations.Nullable;

/**
 * Finds the models from which another one has files with equal content.
 *
 * <p>Of each content only the oldest model counts that holds it: however many share a tokenizer, each of them gets one
 * hint, and an original is never put in doubt by its copies. Nor is the model of a developer that the knowledge names by
 * a stranger's, who could have made an empty repository in time. What is found depends on the models on record and not
 * on the order in which they were read.
 */
@Singleton
final class EqualFiles {
    private static final int MOST_HINTS = 10;

    /** Whether {@code h} is what a later {@code own} can have been taken from. */
    private static final String OLDER =
            " JOIN model m ON m.id = h.model_id AND m.source = ANY(?) AND m.name_lost_at IS NULL"
                    + " WHERE h.content = own.content AND (h.made_at, h.source_id) < (own.made_at, own.source_id)"
                    + " AND (h.well_known OR NOT own.well_known)";

    private static final String ORIGINS = "SELECT own.kind, own.path, own.content, o.model_id, o.owner, o.name,"
            + " o.path AS origin_path FROM origin_file own CROSS JOIN LATERAL"
            + " (SELECT h.model_id, h.developer, h.path, m.owner, m.name FROM origin_file h" + OLDER
            + " ORDER BY h.made_at, h.source_id LIMIT 1) o"
            + " WHERE own.snapshot_id = ? AND o.developer <> own.developer"
            + " ORDER BY own.kind = 'weights' DESC, own.kind, own.path";

    /** Contents of which this snapshot made its model the oldest holder, or of whose oldest holder it names other bases. */
    private static final String TAKEN_BY_OTHERS = "WITH origin AS (SELECT own.* FROM origin_file own"
            + " WHERE own.snapshot_id = ? AND NOT EXISTS (SELECT 1 FROM origin_file h" + OLDER + ")"
            + " AND (NOT EXISTS (SELECT 1 FROM origin_file p WHERE p.model_id = own.model_id"
            + " AND p.content = own.content AND p.snapshot_id < own.snapshot_id)"
            + " OR EXISTS (SELECT 1 FROM lineage_edge e WHERE e.snapshot_id = own.snapshot_id AND NOT EXISTS"
            + " (SELECT 1 FROM snapshot s JOIN lineage_edge p ON p.snapshot_id = s.id WHERE s.model_id = own.model_id"
            + " AND s.id < own.snapshot_id AND lower(p.parent_owner) = lower(e.parent_owner)"
            + " AND lower(p.parent_name) = lower(e.parent_name)))))"
            + " SELECT DISTINCT m.current_snapshot_id AS id FROM origin JOIN model o ON o.id = origin.model_id"
            + " JOIN origin_file h ON h.content = origin.content"
            + " AND (h.made_at, h.source_id) > (origin.made_at, origin.source_id)"
            + " AND (origin.well_known OR NOT h.well_known)"
            + " JOIN model m ON m.current_snapshot_id = h.snapshot_id AND m.source = o.source"
            // What declares it as its base is concluded again on that account.
            + " WHERE NOT (o.current_snapshot_id = origin.snapshot_id AND EXISTS (SELECT 1 FROM lineage_edge e"
            + " WHERE e.snapshot_id = h.snapshot_id AND lower(e.parent_owner) = o.owner_lower"
            + " AND lower(e.parent_name) = o.name_lower)) ORDER BY 1";

    private final Origins origins;

    EqualFiles(Origins origins) {
        this.origins = origins;
    }

    private record Equal(String kind, String path, String content, long origin, ModelId named, String originPath) {}

    void store(Statements sql, long snapshotId, long model, String developer, ModelSnapshot snapshot) {
        String sourceId = ListItem.sourceId(snapshot.identity().objectId(), snapshot.model());
        var rows = new ArrayList<@Nullable Object[]>();
        for (OriginFile file : snapshot.originFiles()) {
            rows.add(new @Nullable Object[] {
                snapshotId,
                IndexedText.of(file.content()),
                Ids.of(file.kind()),
                IndexedText.of(file.path()),
                model,
                sourceId,
                snapshot.identity().createdAt().orElse(null),
                developer,
                !developer.startsWith("hub:")
            });
        }
        sql.batch(
                "INSERT INTO origin_file (snapshot_id, content, kind, path, model_id, source_id, made_at, developer,"
                        + " well_known) VALUES (?, ?, ?, ?, ?, ?, coalesce(?::timestamptz, 'infinity'), ?, ?)",
                rows);
    }

    /** Snapshots that stand for their models now and are to be concluded again after this one was stored. */
    List<Long> listTakenByOthers(Statements sql, String source, long snapshotId) {
        return sql.list(TAKEN_BY_OTHERS, row -> row.getLong("id"), snapshotId, new String[] {source});
    }

    /** Concludes with these hints beside those of the evidence, so that they can add a question and answer none. */
    Conclusion conclude(
            Statements sql,
            String source,
            long snapshotId,
            ModelEvidence evidence,
            Function<ModelEvidence, Conclusion> concluder) {
        var without = concluder.apply(evidence);
        var hints = hints(sql, source, snapshotId, evidence, without.lineage());
        return hints.isEmpty() ? without : concluder.apply(and(evidence, hints));
    }

    private static ModelEvidence and(ModelEvidence evidence, List<ModelEvidence.Hint> more) {
        return new ModelEvidence(
                evidence.model(),
                evidence.revision(),
                evidence.traits(),
                evidence.license(),
                evidence.parents(),
                Stream.concat(evidence.hints().stream(), more.stream()).toList(),
                evidence.made());
    }

    /** @param declared lineage as it is without these hints; what it explains gives none */
    private List<ModelEvidence.Hint> hints(
            Statements sql, String source, long snapshotId, ModelEvidence evidence, Lineage declared) {
        var equal = sql.list(
                ORIGINS,
                row -> new Equal(
                        row.getString("kind"),
                        row.getString("path"),
                        row.getString("content"),
                        row.getLong("model_id"),
                        new ModelId(
                                row.getString("owner").isEmpty()
                                        ? row.getString("name")
                                        : row.getString("owner") + "/" + row.getString("name")),
                        row.getString("origin_path")),
                origins.ofBases(source).toArray(String[]::new),
                snapshotId);
        if (equal.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Equal>> byOrigin = unexplained(sql, source, equal, ancestors(declared)).stream()
                .collect(Collectors.groupingBy(Equal::origin, LinkedHashMap::new, Collectors.toList()));
        return byOrigin.values().stream()
                .limit(MOST_HINTS)
                .map(files -> hint(evidence, files))
                .toList();
    }

    /**
     * What comes with a declared ancestor explains itself. So do configurations and tokenizers of two models with a
     * common base, which tools write alike for both; equal weights do not.
     */
    private List<Equal> unexplained(Statements sql, String source, List<Equal> equal, String[] ancestors) {
        if (ancestors.length == 0) {
            return equal;
        }
        var held = Set.copyOf(sql.list(
                "SELECT DISTINCT f.content FROM model m JOIN origin_file f ON f.model_id = m.id WHERE m.source = ANY(?)"
                        + " AND m.full_name_lower = ANY(?) AND f.content = ANY(?)",
                row -> row.getString("content"),
                origins.ofBases(source).toArray(String[]::new),
                ancestors,
                equal.stream().map(Equal::content).toArray(String[]::new)));
        var related = Set.copyOf(sql.list(
                "SELECT DISTINCT s.model_id FROM snapshot s JOIN lineage_edge e ON e.snapshot_id = s.id"
                        + " WHERE s.model_id = ANY(?) AND lower(e.parent_owner || '/' || e.parent_name) = ANY(?)",
                row -> row.getLong("model_id"),
                equal.stream().map(Equal::origin).distinct().toArray(Long[]::new),
                ancestors));
        return equal.stream()
                .filter(file -> !held.contains(file.content()))
                .filter(file -> file.kind().equals("weights") || !related.contains(file.origin()))
                .toList();
    }

    private static String[] ancestors(Lineage declared) {
        return Stream.concat(
                        declared.nodes().stream().skip(1).map(Lineage.Node::model),
                        declared.gaps().stream().map(Lineage.Gap::parent))
                .map(model -> model.value().toLowerCase(Locale.ROOT))
                .map(name -> name.contains("/") ? name : "/" + name)
                .distinct()
                .toArray(String[]::new);
    }

    private static ModelEvidence.Hint hint(ModelEvidence evidence, List<Equal> files) {
        var first = files.getFirst();
        String more = files.size() == 1 ? "" : " and %d more".formatted(files.size() - 1);
        String says = "%s: same content as %s in %s%s"
                .formatted(first.kind(), first.originPath(), first.named().value(), more);
        Optional<String> sha256 = Optional.of(first.content())
                .filter(content -> content.startsWith("sha256:"))
                .map(content -> content.substring("sha256:".length()));
        return new ModelEvidence.Hint(
                ModelEvidence.Hint.Kind.EQUAL_HASH,
                Optional.of(first.named()),
                new EvidenceRef(
                        evidence.model(),
                        evidence.revision(),
                        first.path(),
                        sha256,
                        Optional.empty(),
                        Optional.of(says)));
    }
}
