package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.format.CanonicalJson;
import licet.rules.lineage.Profile;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Assessment;
import licet.rules.verdict.Evaluator;
import org.jspecify.annotations.Nullable;

/**
 * The answers that lists join: one row for each profile in use and deployment, under the current version of every
 * input. A policy edit costs one assessment a profile, however many models there are.
 */
@Singleton
public class VerdictTable {
    /** Rows of one transaction: lists see what is there, and a stop loses little. */
    private static final int CHUNK = 500;

    private final Database database;
    private final Facts facts;
    private final Judge judge;
    private final ActiveKnowledge knowledge;
    private final Clock clock;

    VerdictTable(Database database, Facts facts, Judge judge, ActiveKnowledge knowledge, Clock clock) {
        this.database = database;
        this.facts = facts;
        this.judge = judge;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    private record Due(long profileId, CurrentFacts.VersionedDeployment deployment) {}

    /** Evaluates whatever has no valid row, on all processors. Returns how many rows were written. */
    public synchronized int fill() {
        if (facts.isEmpty()) {
            return 0;
        }
        var current = facts.current();
        var due = database.read(sql -> due(sql, current));
        int size = due.size();
        for (int from = 0; from < size; from += CHUNK) {
            var chunk = due.subList(from, Math.min(size, from + CHUNK));
            var profiles = database.read(sql -> profiles(sql, chunk));
            var rows = chunk.parallelStream()
                    .map(one -> row(one, Objects.requireNonNull(profiles.get(one.profileId())), current))
                    .toList();
            database.write(sql -> {
                write(sql, rows);
                return rows.size();
            });
        }
        return size;
    }

    /** In the order of profiles, so that each is read once for all deployments. */
    private List<Due> due(Statements sql, CurrentFacts current) {
        var byProfile = new LinkedHashMap<Long, List<Due>>();
        for (var deployment : current.deployments()) {
            due(sql, current, deployment)
                    .forEach(id -> byProfile
                            .computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(new Due(id, deployment)));
        }
        return byProfile.values().stream().flatMap(List::stream).toList();
    }

    /** One look at an index for each profile: what is in use is found without reading all models. */
    private List<Long> due(Statements sql, CurrentFacts current, CurrentFacts.VersionedDeployment deployment) {
        var policy = current.policy().policy();
        return sql.list(
                "SELECT p.id FROM profile p CROSS JOIN LATERAL (SELECT 1 FROM model m"
                        + " WHERE m.current_profile_id = p.id AND m.name_lost_at IS NULL LIMIT 1) used"
                        + " WHERE NOT EXISTS (SELECT 1 FROM verdict v WHERE v.profile_id = p.id AND v.deployment_key = ?"
                        + " AND v.deployment_version = ? AND v.policy_key = ? AND v.policy_version = ?"
                        + " AND v.organization_version = ? AND v.knowledge_digest = ? AND v.engine_version = ?"
                        + " AND (v.valid_until IS NULL OR v.valid_until > ?)) ORDER BY p.id",
                row -> row.getLong("id"),
                deployment.deployment().key().value(),
                deployment.version(),
                policy.key(),
                policy.version(),
                current.organization().version(),
                knowledge.digest(),
                Evaluator.ENGINE,
                clock.instant());
    }

    private static Map<Long, Profile> profiles(Statements sql, List<Due> due) {
        var ids = due.stream().map(Due::profileId).distinct().toArray(Long[]::new);
        var all = new LinkedHashMap<Long, Profile>();
        sql.list(
                        "SELECT id, body FROM profile WHERE id = ANY(?)",
                        row -> Map.entry(row.getLong("id"), CanonicalJson.read(row.getString("body"), Profile.class)),
                        (Object) ids)
                .forEach(row -> all.put(row.getKey(), row.getValue()));
        return all;
    }

    private @Nullable Object[] row(Due due, Profile profile, CurrentFacts current) {
        var assessment = judge.assessOnce(profile, current, due.deployment());
        var policy = current.policy().policy();
        return new @Nullable Object[] {
            due.profileId(),
            due.deployment().deployment().key().value(),
            due.deployment().version(),
            policy.key(),
            policy.version(),
            current.organization().version(),
            knowledge.digest(),
            Evaluator.ENGINE,
            answer(assessment).name(),
            assessment.validUntil().orElse(null),
            clock.instant(),
            CanonicalJson.write(assessment)
        };
    }

    private Answer answer(Assessment assessment) {
        return Evaluator.conclude(assessment, List.of(), licet.rules.lineage.Conclusion.Bindings.NONE, clock.instant())
                .answer();
    }

    private static void write(Statements sql, List<@Nullable Object[]> rows) {
        sql.batch(
                "INSERT INTO verdict (profile_id, deployment_key, deployment_version, policy_key, policy_version,"
                        + " organization_version, knowledge_digest, engine_version, verdict, valid_until, evaluated_at,"
                        + " body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ON CONSTRAINT verdict_pk"
                        + " DO UPDATE SET verdict = excluded.verdict, valid_until = excluded.valid_until,"
                        + " evaluated_at = excluded.evaluated_at, body = excluded.body",
                rows);
    }
}
