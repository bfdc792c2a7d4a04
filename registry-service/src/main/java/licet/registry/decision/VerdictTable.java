package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

    private record Due(long profileId, Profile profile) {}

    /** Evaluates whatever has no valid row. Returns how many rows were written. */
    public int fill() {
        if (facts.isEmpty()) {
            return 0;
        }
        var current = facts.current();
        int written = 0;
        for (var deployment : current.deployments()) {
            var due = database.read(sql -> due(sql, current, deployment));
            var rows = due.stream().map(one -> row(one, current, deployment)).toList();
            database.write(sql -> {
                write(sql, rows);
                return rows.size();
            });
            written += rows.size();
        }
        return written;
    }

    private List<Due> due(Statements sql, CurrentFacts current, CurrentFacts.VersionedDeployment deployment) {
        var policy = current.policy().policy();
        return sql.list(
                "SELECT p.id, p.body FROM profile p WHERE p.id IN (SELECT current_profile_id FROM model)"
                        + " AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.profile_id = p.id AND v.deployment_key = ?"
                        + " AND v.deployment_version = ? AND v.policy_key = ? AND v.policy_version = ?"
                        + " AND v.organization_version = ? AND v.knowledge_digest = ? AND v.engine_version = ?"
                        + " AND (v.valid_until IS NULL OR v.valid_until > ?)) ORDER BY p.id",
                row -> new Due(row.getLong("id"), CanonicalJson.read(row.getString("body"), Profile.class)),
                deployment.deployment().key().value(),
                deployment.version(),
                policy.key(),
                policy.version(),
                current.organization().version(),
                knowledge.digest(),
                Evaluator.ENGINE,
                clock.instant());
    }

    private @Nullable Object[] row(Due due, CurrentFacts current, CurrentFacts.VersionedDeployment deployment) {
        var assessment = judge.assess(due.profile(), current, deployment);
        var policy = current.policy().policy();
        var row = new ArrayList<@Nullable Object>();
        row.add(due.profileId());
        row.add(deployment.deployment().key().value());
        row.add(deployment.version());
        row.add(policy.key());
        row.add(policy.version());
        row.add(current.organization().version());
        row.add(knowledge.digest());
        row.add(Evaluator.ENGINE);
        row.add(answer(assessment).name());
        row.add(assessment.validUntil().orElse(null));
        row.add(clock.instant());
        row.add(CanonicalJson.write(assessment));
        return row.toArray();
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
