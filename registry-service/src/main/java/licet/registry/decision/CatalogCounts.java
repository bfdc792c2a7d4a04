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

/** The whole catalog in numbers, as lists would count it: sums over groups of models, however many models there are. */
@Singleton
public class CatalogCounts {
    private final Database database;
    private final AnsweredModels models;
    private final CurrentAnswers answers;
    private final Populations populations;
    private final OpenQuestions questions;
    private final Facts facts;
    private final ActiveKnowledge knowledge;

    CatalogCounts(
            Database database,
            AnsweredModels models,
            CurrentAnswers answers,
            Populations populations,
            OpenQuestions questions,
            Facts facts,
            ActiveKnowledge knowledge) {
        this.database = database;
        this.models = models;
        this.answers = answers;
        this.populations = populations;
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
        return database.read(sql -> new Counted(
                models.list(sql, current),
                populations.byProfile(),
                questions.find(sql, current, answers.ofProfiles(sql, current))));
    }

    /** What was counted; every method is a walk over groups in memory. */
    public static final class Counted {
        private final List<AnsweredModels.Group> groups;
        private final Map<Long, Long> byProfile;
        private final OpenQuestions.Found questions;

        private Counted(List<AnsweredModels.Group> groups, Map<Long, Long> byProfile, OpenQuestions.Found questions) {
            this.groups = groups;
            this.byProfile = byProfile;
            this.questions = questions;
        }

        public long models() {
            return of(ModelFilter.NONE);
        }

        /** Models that a filter without text and verdicts leaves. */
        public long of(ModelFilter filter) {
            return groups.stream()
                    .filter(group ->
                            Arrays.stream(Facet.values()).allMatch(facet -> filter.allows(group.profile(), facet)))
                    .mapToLong(AnsweredModels.Group::models)
                    .sum();
        }

        /** Models by value; a model with several values counts under each. */
        public Map<String, Long> by(Facet facet) {
            var sums = new HashMap<String, Long>();
            groups.forEach(group ->
                    facet.valuesOf(group.profile()).forEach(value -> sums.merge(value, group.models(), Long::sum)));
            return sums;
        }

        /** Models by answer; every answer has a number. */
        public Map<Answer, Long> answers(DeploymentKey deployment) {
            var sums = new EnumMap<Answer, Long>(Answer.class);
            Arrays.stream(Answer.values()).forEach(answer -> sums.put(answer, 0L));
            groups.forEach(group -> sums.merge(
                    group.answers().getOrDefault(deployment.value(), Answer.NEEDS), group.models(), Long::sum));
            return sums;
        }

        /** Whether the questions are those of the facts in force; while they are collected there are none. */
        public boolean asked() {
            return questions.complete();
        }

        /** Facts that answers wait for, with how many models wait; the most awaited first. */
        public List<Open> questions() {
            return questions.with(byProfile);
        }
    }
}
