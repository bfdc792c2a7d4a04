package licet.registry.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import licet.rules.explain.VerdictDocument;

/**
 * What could be used in a deployment instead of a model.
 *
 * @param answer that the model itself gets; {@code sentence} says it in words
 * @param modality the kind that is looked for; {@code size} is absent where the model's is not known
 * @param rule how the permitted ones are ordered, in words
 * @param permitted models that are permitted as they stand, the best first
 * @param openRule how the open ones are ordered; absent where enough are permitted
 * @param open models that could be permitted once something is settled; never mixed with the permitted
 * @param complete whether all models of that kind and size were looked at, and not only the nearest
 * @param nothing why none can be looked for, absent where they were
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SubstituteList(
        String model,
        String source,
        String revision,
        VerdictDocument.DeploymentRef deployment,
        String answer,
        String sentence,
        String modality,
        Optional<String> size,
        Optional<Long> parameters,
        String rule,
        List<Substitute> permitted,
        Optional<String> openRule,
        List<Substitute> open,
        boolean complete,
        Optional<String> nothing) {
    public SubstituteList {
        permitted = List.copyOf(permitted);
        open = List.copyOf(open);
    }

    /**
     * One model to take instead.
     *
     * @param released when it was published or its repository was made, as lists sort it
     * @param duties how many things have to be done for it here
     * @param conditional how many more become due if an open fact turns out that way
     * @param openPoints how many findings wait for somebody
     * @param why it stands where it stands, in the order of the rule
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Substitute(
            String model,
            String source,
            Optional<String> revision,
            String answer,
            Optional<String> license,
            String identification,
            Optional<String> developer,
            Optional<String> country,
            Optional<Long> parameters,
            Optional<String> released,
            String tier,
            Optional<Long> downloads,
            int duties,
            int conditional,
            int openPoints,
            List<Why> why) {
        public Substitute {
            why = List.copyOf(why);
        }
    }

    /** @param reason a word of {@link Likeness.Reason}; {@code text} says it in a sentence */
    public record Why(String reason, String text) {}
}
