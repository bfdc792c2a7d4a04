package licet.rules.regulation;

import java.util.Set;
import java.util.stream.Collectors;
import licet.rules.Check;
import licet.rules.SourceText;
import licet.rules.facts.Ordered;

/**
 * Whom or what a rule of a regulation reaches. A ban of a product or service and a ban of what somebody developed are
 * different things: only the second one follows the weights to wherever they run.
 */
public sealed interface Reach {
    /** The rule's condition inside what the reach asks for. */
    default SourceText around(SourceText when) {
        return switch (this) {
            case ProductOrService(var developers) ->
                when.between(
                        "deployment.channel != 'own-weights' && %s && ("
                                .formatted(names("model.developers", developers)),
                        ")");
            case DevelopedBy(var developers, var through) ->
                when.between(names(through.fact, developers) + " && (", ")");
            case Provider() -> when;
            case Deployer() -> when;
            case Information() -> when;
        };
    }

    private static String names(String fact, Set<String> developers) {
        return fact + ".exists(developer, developer in ["
                + developers.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", ")) + "])";
    }

    /** What a developer offers as product, app or service; weights that one runs oneself are none. */
    record ProductOrService(Set<String> developers) implements Reach {
        public ProductOrService {
            developers = named(developers);
        }
    }

    /** Whatever a developer made, and what was made from it. */
    record DevelopedBy(Set<String> developers, Through through) implements Reach {
        public DevelopedBy {
            developers = named(developers);
        }
    }

    /** Who brings a model on the market. */
    record Provider() implements Reach {}

    /** Who uses a model. */
    record Deployer() implements Reach {}

    /** Nobody: something to know. */
    record Information() implements Reach {}

    /** Through what a model comes down from its developers. */
    enum Through {
        /** Its own weights and those it was made from. */
        WEIGHTS("model.base_developers"),
        /** The outputs that it was trained on. */
        OUTPUTS("model.teacher_developers");

        private final String fact;

        Through(String fact) {
            this.fact = fact;
        }
    }

    private static Set<String> named(Set<String> developers) {
        Check.that(!developers.isEmpty(), "a rule that reaches developers must name at least one");
        return Ordered.copy(developers);
    }
}
