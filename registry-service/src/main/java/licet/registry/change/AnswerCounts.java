package licet.registry.change;

import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import licet.registry.decision.CurrentAnswers;
import licet.registry.decision.LicensePopulation;
import licet.registry.fact.Facts;
import licet.registry.platform.Database;
import licet.rules.verdict.Answer;

/** How many models have each answer in a deployment: a sum over profiles, so that millions of models cost nothing. */
@Singleton
public class AnswerCounts {
    private final Database database;
    private final Facts facts;
    private final LicensePopulation population;
    private final CurrentAnswers answers;

    AnswerCounts(Database database, Facts facts, LicensePopulation population, CurrentAnswers answers) {
        this.database = database;
        this.facts = facts;
        this.population = population;
        this.answers = answers;
    }

    /** By the key of every stored deployment. What has no valid answer on record counts as NEEDS, as in lists. */
    public Map<String, FactPreview.Answers> byDeployment() {
        var current = facts.current();
        var answered = database.read(sql -> answers.ofProfiles(sql, current));
        var all = new HashMap<String, FactPreview.Answers>();
        for (var deployment : current.deployments()) {
            String key = deployment.deployment().key().value();
            var counts = new EnumMap<Answer, Long>(Answer.class);
            population
                    .groups()
                    .forEach(group -> counts.merge(
                            answered.getOrDefault(group.profileId(), Map.of()).getOrDefault(key, Answer.NEEDS),
                            group.models(),
                            Long::sum));
            all.put(key, FactPreviews.answers(counts));
        }
        return Map.copyOf(all);
    }
}
