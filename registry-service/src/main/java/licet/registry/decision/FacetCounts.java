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

/** Counts are sums over groups of models with the same answers, so they cost the same for a thousand models and for millions. */
@Singleton
public class FacetCounts {
    private static final int SHOWN = 100;

    private final Database database;
    private final AnsweredModels models;
    private final Facts facts;
    private final ActiveKnowledge knowledge;

    FacetCounts(Database database, AnsweredModels models, Facts facts, ActiveKnowledge knowledge) {
        this.database = database;
        this.models = models;
        this.facts = facts;
        this.knowledge = knowledge;
    }

    public ModelFacets count(ModelFilter filter) {
        knowledge.requireActive();
        if (filter.text().isPresent() || Branches.namespaceAskedFor(filter).isPresent()) {
            return ModelFacets.UNCOUNTED;
        }
        var current = facts.current();
        return database.read(sql -> new Counting(filter, models.list(sql, current)).all(current));
    }

    private record Counting(ModelFilter filter, List<AnsweredModels.Group> groups) {
        ModelFacets all(CurrentFacts current) {
            var byFacet = new TreeMap<String, List<ModelFacets.Count>>();
            Arrays.stream(Facet.values()).forEach(facet -> byFacet.put(facet.word(), of(facet)));
            var byDeployment = new TreeMap<String, Map<String, Long>>();
            current.deployments()
                    .forEach(d -> byDeployment.put(
                            d.deployment().key().value(), of(d.deployment().key())));
            return new ModelFacets(true, byFacet, byDeployment);
        }

        private static boolean fits(AnsweredModels.Group group, ModelFilter asked) {
            return Arrays.stream(Facet.values()).allMatch(facet -> asked.allows(group.profile(), facet))
                    && (asked.verdicts().isEmpty() || asked.verdicts().allow(group.answers()));
        }

        private List<ModelFacets.Count> of(Facet facet) {
            var asked = filter.without(facet);
            var sums = new HashMap<String, Long>();
            for (var group : groups) {
                if (fits(group, asked)) {
                    facet.valuesOf(group.profile()).forEach(value -> sums.merge(value, group.models(), Long::sum));
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
            for (var group : groups) {
                if (fits(group, asked)) {
                    sums.merge(
                            group.answers()
                                    .getOrDefault(deployment.value(), Answer.NEEDS)
                                    .name(),
                            group.models(),
                            Long::sum);
                }
            }
            return sums;
        }
    }
}
