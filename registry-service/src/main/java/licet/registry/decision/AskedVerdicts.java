package licet.registry.decision;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import licet.rules.facts.DeploymentKey;
import licet.rules.verdict.Answer;

/**
 * The verdicts that a list is narrowed to.
 *
 * @param inAny answers of which some deployment has to give one; empty for all
 * @param inEach answers of which this deployment has to give one
 */
public record AskedVerdicts(Set<Answer> inAny, Map<DeploymentKey, Set<Answer>> inEach) {
    public static final AskedVerdicts ANY = new AskedVerdicts(Set.of(), Map.of());

    public AskedVerdicts {
        inAny = Set.copyOf(inAny);
        inEach = Map.copyOf(inEach);
    }

    boolean isEmpty() {
        return inAny.isEmpty() && inEach.isEmpty();
    }

    /** @param answers of one model by deployment */
    boolean allow(Map<String, Answer> answers) {
        return (inAny.isEmpty() || answers.values().stream().anyMatch(inAny::contains))
                && inEach.entrySet().stream()
                        .allMatch(asked -> asked.getValue()
                                .contains(answers.getOrDefault(asked.getKey().value(), Answer.NEEDS)));
    }

    AskedVerdicts without(DeploymentKey deployment) {
        var rest = new TreeMap<DeploymentKey, Set<Answer>>(java.util.Comparator.comparing(DeploymentKey::value));
        rest.putAll(inEach);
        rest.remove(deployment);
        return new AskedVerdicts(inAny, rest);
    }
}
