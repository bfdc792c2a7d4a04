package licet.registry.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import licet.rules.explain.VerdictDocument;

/**
 * Models side by side for one deployment.
 *
 * @param models in the order in which they are asked for
 * @param obligations of all of them, what most models share first
 * @param differing words of {@link Aspect} in which the models are not alike
 */
public record Comparison(
        VerdictDocument.DeploymentRef deployment,
        List<ComparedModel> models,
        List<Obligation> obligations,
        List<String> differing) {
    public Comparison {
        models = List.copyOf(models);
        obligations = List.copyOf(obligations);
        differing = List.copyOf(differing);
    }

    /**
     * One thing to do, with the models for which it has to be done.
     *
     * @param display exact words to show, where the text fixes them
     * @param condition present when it becomes due only if an open fact turns out that way
     * @param clauses that ask for it, each once
     * @param models as they are asked for
     * @param shared whether every model of the comparison asks for it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Obligation(
            String kind,
            String text,
            Optional<String> display,
            Optional<String> condition,
            List<Clause> clauses,
            List<String> models,
            boolean shared) {}

    public record Clause(String id, VerdictDocument.Cite cite) {}
}
