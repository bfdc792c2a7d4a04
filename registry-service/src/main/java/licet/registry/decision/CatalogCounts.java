package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Answer;

/** The whole catalog in numbers, as lists would count it: sums over profiles, however many models there are. */
@Singleton
public class CatalogCounts {
    private final Database database;
    private final KnownProfiles profiles;
    private final Populations populations;
    private final CurrentAnswers answers;
    private final OpenQuestions questions;
    private final Facts facts;
    private final ActiveKnowledge knowledge;

    CatalogCounts(
            Database database,
            KnownProfiles profiles,
            Populations populations,
            CurrentAnswers answers,
            OpenQuestions questions,
            Facts facts,
            ActiveKnowledge knowledge) {
        this.database = database;
        this.profiles = profiles;
        this.populations = populations;
        this.answers = answers;
        this.questions = questions;
        this.facts = facts;
        this.knowledge = knowledge;
    }

    /**
     * A fact that is missing.
     *
     * @param deployment key of the deployment whose answers wait for it
     * @param question id as in {@link licet.rules.facts.Question#id()}
     */
    public record Open(String deployment, String question, long models) {}

    /** One consistent reading; numbers are of a moment ago where models are very many. */
    public Counted now() {
        knowledge.requireActive();
        var current = facts.current();
        return database.read(sql -> {
            var listed = profiles.list(sql);
            var byProfile = answers.ofProfiles(sql, current);
            var models = populations.byProfile();
            return new Counted(
                    listed.stream()
                            .filter(profile -> models.containsKey(profile.id()))
                            .toList(),
                    byProfile,
                    CurrentAnswers.unanswered(current),
                    models,
                    questions.find(sql, current, byProfile));
        });
    }

    /** What was counted; every method is a walk over profiles in memory. */
    public static final class Counted {
        private final List<ListedProfile> profiles;
        private final Map<Long, Map<String, Answer>> answers;
        private final Map<String, Answer> unanswered;
        private final Map<Long, Long> models;
        private final OpenQuestions.Found questions;

        private Counted(
                List<ListedProfile> profiles,
                Map<Long, Map<String, Answer>> answers,
                Map<String, Answer> unanswered,
                Map<Long, Long> models,
                OpenQuestions.Found questions) {
            this.profiles = profiles;
            this.answers = answers;
            this.unanswered = unanswered;
            this.models = models;
            this.questions = questions;
        }

        public long models() {
            return of(ModelFilter.NONE);
        }

        /** Models that a filter without text and verdicts leaves. */
        public long of(ModelFilter filter) {
            return profiles.stream()
                    .filter(profile -> Arrays.stream(Facet.values()).allMatch(facet -> filter.allows(profile, facet)))
                    .mapToLong(this::count)
                    .sum();
        }

        /** Models by value; a model with several values counts under each. */
        public Map<String, Long> by(Facet facet) {
            var sums = new HashMap<String, Long>();
            profiles.forEach(
                    profile -> facet.valuesOf(profile).forEach(value -> sums.merge(value, count(profile), Long::sum)));
            return sums;
        }

        /** Models by answer; every answer has a number. */
        public Map<Answer, Long> answers(DeploymentKey deployment) {
            var sums = new EnumMap<Answer, Long>(Answer.class);
            Arrays.stream(Answer.values()).forEach(answer -> sums.put(answer, 0L));
            profiles.forEach(profile -> sums.merge(
                    answers.getOrDefault(profile.id(), unanswered).getOrDefault(deployment.value(), Answer.NEEDS),
                    count(profile),
                    Long::sum));
            return sums;
        }

        /** Whether the questions are those of the facts in force; while they are collected there are none. */
        public boolean asked() {
            return questions.complete();
        }

        /** Facts that answers wait for, with how many models wait; the most awaited first. */
        public List<Open> questions() {
            return questions.with(models);
        }

        private long count(ListedProfile profile) {
            return models.getOrDefault(profile.id(), 0L);
        }
    }
}
