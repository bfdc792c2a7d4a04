package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.knowledge.ActiveKnowledge;
import licet.registry.platform.Database;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Answer;

/** Counts are sums over profiles, so they cost the same for a thousand models and for millions. */
@Singleton
public class FacetCounts {
    private static final int SHOWN = 100;

    private final Database database;
    private final KnownProfiles profiles;
    private final Populations populations;
    private final CurrentAnswers answers;
    private final Facts facts;
    private final ActiveKnowledge knowledge;

    FacetCounts(
            Database database,
            KnownProfiles profiles,
            Populations populations,
            CurrentAnswers answers,
            Facts facts,
            ActiveKnowledge knowledge) {
        this.database = database;
        this.profiles = profiles;
        this.populations = populations;
        this.answers = answers;
        this.facts = facts;
        this.knowledge = knowledge;
    }

    public ModelFacets count(ModelFilter filter) {
        knowledge.requireActive();
        if (filter.text().isPresent() || Branches.namespaceAskedFor(filter).isPresent()) {
            return ModelFacets.UNCOUNTED;
        }
        var current = facts.current();
        return database.read(sql -> new Counting(
                        filter,
                        profiles.list(sql),
                        answers.ofProfiles(sql, current),
                        CurrentAnswers.unanswered(current),
                        populations.byProfile())
                .all(current));
    }

    private record Counting(
            ModelFilter filter,
            List<ListedProfile> profiles,
            Map<Long, Map<String, Answer>> answers,
            Map<String, Answer> unanswered,
            Map<Long, Long> models) {
        ModelFacets all(CurrentFacts current) {
            var byFacet = new TreeMap<String, List<ModelFacets.Count>>();
            Arrays.stream(Facet.values()).forEach(facet -> byFacet.put(facet.word(), of(facet)));
            var byDeployment = new TreeMap<String, Map<String, Long>>();
            current.deployments()
                    .forEach(d -> byDeployment.put(
                            d.deployment().key().value(), of(d.deployment().key())));
            return new ModelFacets(true, byFacet, byDeployment);
        }

        private Map<String, Answer> answersOf(ListedProfile profile) {
            return answers.getOrDefault(profile.id(), unanswered);
        }

        private boolean fits(ListedProfile profile, ModelFilter asked) {
            return Arrays.stream(Facet.values()).allMatch(facet -> asked.allows(profile, facet))
                    && (asked.verdicts().isEmpty() || asked.verdicts().allow(answersOf(profile)));
        }

        private List<ModelFacets.Count> of(Facet facet) {
            var asked = filter.without(facet);
            var sums = new HashMap<String, Long>();
            for (var profile : profiles) {
                long count = models.getOrDefault(profile.id(), 0L);
                if (count > 0 && fits(profile, asked)) {
                    facet.valuesOf(profile).forEach(value -> sums.merge(value, count, Long::sum));
                }
            }
            return sums.entrySet().stream()
                    .map(entry -> new ModelFacets.Count(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingLong(ModelFacets.Count::models)
                            .reversed()
                            .thenComparing(ModelFacets.Count::value))
                    .limit(SHOWN)
                    .toList();
        }

        private Map<String, Long> of(DeploymentKey deployment) {
            var asked = new ModelFilter(
                    filter.text(), filter.facets(), filter.verdicts().without(deployment));
            var sums = new TreeMap<String, Long>();
            for (var profile : profiles) {
                long count = models.getOrDefault(profile.id(), 0L);
                if (count > 0 && fits(profile, asked)) {
                    sums.merge(
                            answersOf(profile)
                                    .getOrDefault(deployment.value(), Answer.NEEDS)
                                    .name(),
                            count,
                            Long::sum);
                }
            }
            return sums;
        }
    }
}
