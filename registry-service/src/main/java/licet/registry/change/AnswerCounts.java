package licet.registry.change;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.registry.platform.Statements;
import licet.rules.verdict.Answer;
import licet.rules.verdict.Evaluator;

/** How many models have each answer in a deployment: a sum over profiles, so that millions of models cost nothing. */
@Singleton
public class AnswerCounts {
    private final Database database;
    private final Facts facts;
    private final ProfilesInUse profiles;
    private final ActiveKnowledge knowledge;
    private final Clock clock;

    AnswerCounts(Database database, Facts facts, ProfilesInUse profiles, ActiveKnowledge knowledge, Clock clock) {
        this.database = database;
        this.facts = facts;
        this.profiles = profiles;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /** By the key of every stored deployment. What has no valid answer on record counts as NEEDS, as in lists. */
    public Map<String, FactPreview.Answers> byDeployment() {
        var current = facts.current();
        var groups = profiles.list();
        return database.read(sql -> {
            var all = new HashMap<String, FactPreview.Answers>();
            for (var deployment : current.deployments()) {
                var answers = answers(sql, current, deployment);
                var counts = new EnumMap<Answer, Long>(Answer.class);
                groups.forEach(group ->
                        counts.merge(answers.getOrDefault(group.profileId(), Answer.NEEDS), group.models(), Long::sum));
                all.put(deployment.deployment().key().value(), FactPreviews.answers(counts));
            }
            return Map.copyOf(all);
        });
    }

    private Map<Long, Answer> answers(
            Statements sql, CurrentFacts current, CurrentFacts.VersionedDeployment deployment) {
        var policy = current.policy().policy();
        var all = new HashMap<Long, Answer>();
        sql.list(
                        "SELECT profile_id, CASE WHEN valid_until <= ? THEN 'NEEDS' ELSE verdict END AS answer FROM"
                                + " verdict WHERE deployment_key = ? AND deployment_version = ? AND policy_key = ? AND"
                                + " policy_version = ? AND organization_version = ? AND knowledge_digest = ? AND"
                                + " engine_version = ?",
                        row -> Map.entry(row.getLong("profile_id"), Answer.valueOf(row.getString("answer"))),
                        clock.instant(),
                        deployment.deployment().key().value(),
                        deployment.version(),
                        policy.key(),
                        policy.version(),
                        current.organization().version(),
                        knowledge.digest(),
                        Evaluator.ENGINE)
                .forEach(row -> all.put(row.getKey(), row.getValue()));
        return all;
    }
}
