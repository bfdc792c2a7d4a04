package licet.registry.decision;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import licet.registry.fact.CurrentFacts;
import licet.registry.fact.Facts;
import licet.registry.platform.Cursor;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Answer;

/**
 * Reads what a list of models is asked for out of the parameters of a request. Several values of one parameter are
 * alternatives, repeated or with commas between them; what is not known is named with what is.
 */
@Singleton
public final class ModelFilters {
    static final String TEXT = "q";
    static final String VERDICT = "verdict";
    static final String DEPLOYMENT = "deployment";
    static final String SORT = "sort";
    static final String CURSOR = "cursor";
    static final String LIMIT = "limit";

    private final FacetChoices choices;
    private final Facts facts;

    ModelFilters(FacetChoices choices, Facts facts) {
        this.choices = choices;
        this.facts = facts;
    }

    /** @param given values by the name of the parameter */
    public ModelQuery query(Map<String, List<String>> given) {
        requireKnown(given.keySet());
        var sort = ModelParameters.sort(first(given, SORT).orElse(null));
        Optional<Cursor> cursor = ModelParameters.cursor(first(given, CURSOR).orElse(null), sort);
        return new ModelQuery(
                filter(given),
                sort,
                cursor,
                first(given, LIMIT).map(ModelParameters::limit).orElse(ModelQuery.DEFAULT_LIMIT));
    }

    public ModelFilter filter(Map<String, List<String>> given) {
        var facets = new EnumMap<Facet, Set<String>>(Facet.class);
        for (Facet facet : Facet.values()) {
            facets.put(facet, values(given, facet.word()));
            facets.get(facet).stream()
                    .filter(value -> !choices.has(facet, value))
                    .findFirst()
                    .ifPresent(value -> {
                        throw ModelParameters.malformed(facet.word(), value, choices.mend(facet));
                    });
        }
        return new ModelFilter(first(given, TEXT), facets, verdicts(given));
    }

    /** A misspelled name would silently widen what is listed. */
    private static void requireKnown(Collection<String> names) {
        var known = new LinkedHashSet<>(List.of(TEXT, VERDICT, DEPLOYMENT, SORT, CURSOR, LIMIT));
        Arrays.stream(Facet.values()).map(Facet::word).forEach(known::add);
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw ModelParameters.malformed(name, null, "use one of " + String.join(", ", known));
        });
    }

    private AskedVerdicts verdicts(Map<String, List<String>> given) {
        var deployments =
                values(given, DEPLOYMENT).stream().map(this::deployment).toList();
        var inAny = EnumSet.noneOf(Answer.class);
        var inEach = new TreeMap<DeploymentKey, Set<Answer>>();
        for (String value : values(given, VERDICT)) {
            int colon = value.indexOf(':');
            var answer = ModelParameters.answer(value.substring(colon + 1)).orElseThrow(() -> unknown(value));
            if (colon >= 0) {
                add(inEach, deployment(value.substring(0, colon)), answer);
            } else if (deployments.isEmpty()) {
                inAny.add(answer);
            } else {
                deployments.forEach(deployment -> add(inEach, deployment, answer));
            }
        }
        return new AskedVerdicts(inAny, inEach);
    }

    private static void add(Map<DeploymentKey, Set<Answer>> into, DeploymentKey deployment, Answer answer) {
        into.computeIfAbsent(deployment, _ -> EnumSet.noneOf(Answer.class)).add(answer);
    }

    private static RuntimeException unknown(String value) {
        return ModelParameters.malformed(VERDICT, value, "use one of ALLOW, NEEDS, DENY, or deployment:ALLOW");
    }

    private DeploymentKey deployment(String key) {
        CurrentFacts current = facts.current();
        var parsed = ModelParameters.deployment(key);
        return current.find(parsed)
                .orElseThrow(() -> Verdicts.unknownDeployment(parsed, current))
                .deployment()
                .key();
    }

    private static Set<String> values(Map<String, List<String>> given, String name) {
        var values = new TreeSet<String>();
        for (String value : given.getOrDefault(name, List.of())) {
            Arrays.stream(value.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(values::add);
        }
        return values;
    }

    private static Optional<String> first(Map<String, List<String>> given, String name) {
        return given.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
