package licet.registry.decision;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.verdict.Evaluator;

/**
 * Answers made under inputs that hold no longer. No list can find them, and each can be made again from the versions
 * that it names, so they go: else every edit would leave one row for each profile and deployment behind.
 */
@Singleton
class SupersededVerdicts {
    /** Another instance may see a change a little later, and in an upgrade one may still be of the engine before. */
    static final Duration KEPT = Duration.ofHours(1);
    /** Rows of one transaction, which holds locks no longer than a moment. */
    private static final int BATCH = 5_000;

    private final Database database;
    private final Facts facts;
    private final ActiveKnowledge knowledge;
    private final Clock clock;

    SupersededVerdicts(Database database, Facts facts, ActiveKnowledge knowledge, Clock clock) {
        this.database = database;
        this.facts = facts;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /** Returns how many rows are gone. */
    int prune() {
        if (facts.isEmpty()) {
            return 0;
        }
        knowledge.requireActive();
        var current = facts.current();
        int all = database.write(this::pruneOwn);
        int gone;
        do {
            gone = database.write(sql -> prune(sql, current));
            all += gone;
        } while (gone == BATCH);
        return all;
    }

    /** Own answers are few and made again while an instrument touches the model; long since then none does. */
    private int pruneOwn(Statements sql) {
        return sql.update(
                "DELETE FROM model_verdict v WHERE v.evaluated_at < ? AND NOT EXISTS (SELECT 1 FROM model m"
                        + " WHERE m.id = v.model_id AND m.current_conclusion_id = v.conclusion_id)",
                clock.instant().minus(KEPT));
    }

    private int prune(Statements sql, CurrentFacts current) {
        var policy = current.policy().policy();
        var deployments = current.deployments();
        return sql.update(
                "DELETE FROM verdict WHERE ctid = ANY(ARRAY(SELECT v.ctid FROM verdict v WHERE v.evaluated_at < ?"
                        + " AND NOT (v.policy_key = ? AND v.policy_version = ? AND v.organization_version = ?"
                        + " AND v.knowledge_digest = ? AND v.engine_version = ?"
                        + " AND (v.deployment_key, v.deployment_version) IN"
                        + " (SELECT d.key, d.version FROM unnest(CAST(? AS text[]), CAST(? AS int[])) AS d(key, version)))"
                        + " LIMIT ?))",
                clock.instant().minus(KEPT),
                policy.key(),
                policy.version(),
                current.organization().version(),
                knowledge.digest(),
                Evaluator.ENGINE,
                deployments.stream().map(of -> of.deployment().key().value()).toArray(String[]::new),
                deployments.stream()
                        .map(CurrentFacts.VersionedDeployment::version)
                        .toArray(Integer[]::new),
                BATCH);
    }
}
