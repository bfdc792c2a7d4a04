package licet.registry.catalog;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Statements;
import licet.rules.evidence.Artifact;
import licet.rules.evidence.Identification;
import licet.rules.evidence.ModelId;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Conclusion;
import licet.rules.lineage.ModelEvidence;
import licet.rules.lineage.Profile;
import org.jspecify.annotations.Nullable;

/** Writes under which licenses each snapshot stands, and carries a change on to everything made from it. */
@Singleton
final class Conclusions {
    private final Histories histories;
    private final EqualFiles equal;
    private final ActiveKnowledge knowledge;
    private final Blobs blobs;
    private final Clock clock;
    private final Origins origins;
    private final List<ConclusionWatch> watches;

    Conclusions(
            Histories histories,
            EqualFiles equal,
            ActiveKnowledge knowledge,
            Blobs blobs,
            Clock clock,
            Origins origins,
            List<ConclusionWatch> watches) {
        this.histories = histories;
        this.equal = equal;
        this.blobs = blobs;
        this.knowledge = knowledge;
        this.clock = clock;
        this.origins = origins;
        this.watches = List.copyOf(watches);
    }

    /** An instance with other knowledge than the active one must not conclude: nothing would refresh it. */
    void requireActiveKnowledge() {
        knowledge.requireActive();
    }

    /** What stands for a model of which nothing was read. */
    Conclusion unread(ModelId model) {
        return histories.unread(model);
    }

    /** What stored evidence means today; nothing is written. */
    Conclusion now(Statements sql, String source, long snapshotId, byte[] evidenceSha256) {
        var reading = histories.open(sql, source);
        return equal.conclude(sql, source, snapshotId, evidence(sql, evidenceSha256), reading::conclude);
    }

    /** What would stand for a model with other evidence; nothing is written. */
    Conclusion with(Statements sql, long model, UnaryOperator<ModelEvidence> change) {
        return sql.get(
                "SELECT m.source, c.snapshot_id, c.evidence_sha256 FROM model m"
                        + " JOIN conclusion c ON c.id = m.current_conclusion_id WHERE m.id = ?",
                row -> {
                    String source = row.getString("source");
                    var reading = histories.open(sql, source);
                    return equal.conclude(
                            sql,
                            source,
                            row.getLong("snapshot_id"),
                            evidence(sql, row.getBytes("evidence_sha256")),
                            evidence -> reading.conclude(change.apply(evidence)));
                },
                model);
    }

    /** Concludes a snapshot of a model and, where that changed anything, its descendants. */
    void conclude(Statements sql, String source, long snapshotId, ModelEvidence evidence) {
        conclude(sql, List.of(new Pending(source, snapshotId, evidence, false)));
    }

    /** The same for a revision that stands for the model no longer, but did when some descendants were made. */
    void concludePast(Statements sql, String source, long snapshotId, ModelEvidence evidence) {
        conclude(sql, List.of(new Pending(source, snapshotId, evidence, true)));
    }

    /** Concludes again what was made from a model of whose past more is known now. */
    void concludeChildren(Statements sql, String source, ModelId parent) {
        conclude(sql, children(sql, source, parent));
    }

    private void conclude(Statements sql, List<Pending> first) {
        var waiting = new ArrayDeque<>(first);
        Map<String, Histories.Reading> readings = new HashMap<>();
        Set<Long> done = new HashSet<>();
        while (!waiting.isEmpty()) {
            var next = waiting.remove();
            var reading = readings.computeIfAbsent(next.source(), source -> histories.open(sql, source));
            if (done.add(next.snapshotId()) && (write(sql, reading, next) || next.past())) {
                var changed = next.evidence().model();
                readings.values().forEach(each -> each.forget(changed));
                waiting.addAll(children(sql, next.source(), changed));
            }
        }
    }

    /** Concludes again, one at a time, what has files in common with a snapshot that was stored. */
    void concludeAgain(Statements sql, String source, Set<Long> snapshotIds) {
        for (long snapshotId : snapshotIds) {
            sql.list(
                            "SELECT c.evidence_sha256 FROM model m JOIN conclusion c ON c.id = m.current_conclusion_id"
                                    + " WHERE m.current_snapshot_id = ?",
                            row -> row.getBytes("evidence_sha256"),
                            snapshotId)
                    .forEach(sha256 -> conclude(sql, source, snapshotId, evidence(sql, sha256)));
        }
    }

    /**
     * @param past whether descendants can be bound by it although it does not stand for the model now
     * @param settled whether what people settled changed, which watches hear of even where it comes to the same
     */
    private record Pending(String source, long snapshotId, ModelEvidence evidence, boolean past, boolean settled) {
        Pending(String source, long snapshotId, ModelEvidence evidence, boolean past) {
            this(source, snapshotId, evidence, past, false);
        }
    }

    /** Returns whether the conclusion differs from the one that was current. */
    private boolean write(Statements sql, Histories.Reading reading, Pending pending) {
        var conclusion =
                equal.conclude(sql, pending.source(), pending.snapshotId(), pending.evidence(), reading::conclude);
        String digest = CanonicalJson.digest(conclusion);
        long profile = profile(sql, conclusion.profile());
        long id = sql.find(
                        "SELECT id FROM conclusion WHERE snapshot_id = ? AND knowledge_digest = ? AND digest = ?",
                        row -> row.getLong("id"),
                        pending.snapshotId(),
                        knowledge.digest(),
                        digest)
                .orElseGet(() -> insert(sql, pending, conclusion, digest, profile));
        return stand(sql, pending, conclusion, id, profile);
    }

    private boolean stand(Statements sql, Pending pending, Conclusion conclusion, long id, long profile) {
        var models = sql.list(
                "UPDATE model SET current_conclusion_id = ?, current_profile_id = ?"
                        + " WHERE current_snapshot_id = ? AND (? OR current_conclusion_id IS DISTINCT FROM ?)"
                        + " RETURNING id",
                row -> row.getLong("id"),
                id,
                profile,
                pending.snapshotId(),
                pending.settled(),
                id);
        for (long model : models) {
            SettledBases.write(sql, model, pending.evidence(), conclusion.lineage());
            watches.forEach(watch -> watch.concluded(sql, model, pending.evidence(), conclusion));
        }
        return !models.isEmpty();
    }

    /** Concludes models again about whose evidence people settled something, and what was made from them. */
    void concludeSettled(Statements sql, List<Long> models) {
        conclude(
                sql,
                sql.list(
                        "SELECT m.source, c.snapshot_id, c.evidence_sha256 FROM model m"
                                + " JOIN conclusion c ON c.id = m.current_conclusion_id WHERE m.id = ANY(?) ORDER BY m.id",
                        row -> new Pending(
                                row.getString("source"),
                                row.getLong("snapshot_id"),
                                evidence(sql, row.getBytes("evidence_sha256")),
                                false,
                                true),
                        (Object) models.toArray(Long[]::new)));
    }

    private long insert(Statements sql, Pending pending, Conclusion conclusion, String digest, long profile) {
        var weights =
                Optional.ofNullable(conclusion.lineage().own().identifications().get(Artifact.WEIGHTS));
        return sql.get(
                "INSERT INTO conclusion (snapshot_id, knowledge_digest, digest, profile_id, parents, body,"
                        + " evidence_sha256, identification_state, concluded_license, lineage_state, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                row -> row.getLong("id"),
                pending.snapshotId(),
                knowledge.digest(),
                digest,
                profile,
                CanonicalJson.write(pending.evidence().parents().stream()
                        .map(p -> p.model())
                        .toList()),
                CanonicalJson.write(conclusion),
                blobs.storeText(sql, CanonicalJson.write(pending.evidence())),
                weights.map(Conclusions::state).orElse("absent"),
                weights.flatMap(Conclusions::license).orElse(null),
                conclusion.lineageState(),
                clock.instant());
    }

    static String state(Identification identification) {
        return switch (identification) {
            case Identification.Identified _ -> "identified";
            case Identification.Conflicting _ -> "conflicting";
            case Identification.OneOf _, Identification.Unrecognized _ -> "unrecognized";
            case Identification.Absent _ -> "absent";
            case Identification.Unread _ -> "unread";
        };
    }

    private static Optional<String> license(Identification identification) {
        return identification.candidates().size() == 1
                ? Optional.of(identification.candidates().getFirst().value())
                : Optional.empty();
    }

    private static long profile(Statements sql, Profile profile) {
        return profile(sql, "examined", profile);
    }

    /** @param tier of the models that share it */
    static long profile(Statements sql, String tier, Profile profile) {
        String digest = CanonicalJson.digest(profile);
        return sql.find("SELECT id FROM profile WHERE digest = ? AND tier = ?", row -> row.getLong("id"), digest, tier)
                .orElseGet(() -> sql.get(
                        "INSERT INTO profile (digest, tier, license, country, body) VALUES (?, ?, ?, ?, ?) RETURNING id",
                        row -> row.getLong("id"),
                        digest,
                        tier,
                        ownLicense(profile),
                        ownCountry(profile),
                        CanonicalJson.write(profile)));
    }

    private static @Nullable String ownLicense(Profile profile) {
        return profile.terms().stream()
                .filter(term -> term.path().equals("self") && term.artifact() == Artifact.WEIGHTS)
                .filter(term -> term.candidates().size() == 1)
                .map(term -> term.candidates().getFirst().value())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ownCountry(Profile profile) {
        return profile.countries().size() == 1 ? profile.countries().getFirst() : null;
    }

    private List<Pending> children(Statements sql, String source, ModelId parent) {
        String[] name = BasePoint.key(parent).split("/", 2);
        return sql.list(
                "SELECT m.source, c.snapshot_id, c.evidence_sha256 FROM model m"
                        + " JOIN conclusion c ON c.id = m.current_conclusion_id WHERE m.source = ANY(?) AND m.id IN"
                        + " (SELECT d.id FROM lineage_edge e JOIN model d ON d.current_snapshot_id = e.snapshot_id"
                        + " WHERE lower(e.parent_owner) = ? AND lower(e.parent_name) = ?"
                        + " UNION SELECT s.model_id FROM settled_base s"
                        + " WHERE lower(s.parent_owner) = ? AND lower(s.parent_name) = ?) ORDER BY m.id",
                row -> new Pending(
                        row.getString("source"),
                        row.getLong("snapshot_id"),
                        evidence(sql, row.getBytes("evidence_sha256")),
                        false),
                origins.ofDerived(source).toArray(String[]::new),
                name[0],
                name[1],
                name[0],
                name[1]);
    }

    private ModelEvidence evidence(Statements sql, byte[] sha256) {
        return CanonicalJson.read(blobs.getText(sql, sha256), ModelEvidence.class);
    }

    /** Concludes again whatever was concluded with other knowledge than the active. Returns how many models it were. */
    int refresh(Statements sql, String source) {
        var stale = sql.list(
                "SELECT c.snapshot_id, c.evidence_sha256 FROM model m JOIN conclusion c ON c.id = m.current_conclusion_id"
                        + " WHERE m.source = ? AND c.knowledge_digest <> ? ORDER BY m.id",
                row -> new Pending(
                        source, row.getLong("snapshot_id"), evidence(sql, row.getBytes("evidence_sha256")), false),
                source,
                knowledge.digest());
        stale.forEach(pending -> conclude(sql, source, pending.snapshotId(), pending.evidence()));
        return stale.size();
    }
}
