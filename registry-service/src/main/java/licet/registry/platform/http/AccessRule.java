package licet.registry.platform.http;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationMetadataProvider;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.problem.RegistryProblem;

/** What a route asks of its callers. Deciding is a pure function of this and the caller. */
public sealed interface AccessRule {
    record Open() implements AccessRule {}

    record Known(Set<Scope> scopes, Set<Role> roles) implements AccessRule {}

    /** Somebody forgot: nobody may pass. */
    record Undeclared() implements AccessRule {}

    static AccessRule of(AnnotationMetadataProvider route) {
        AnnotationMetadata all = route.getAnnotationMetadata();
        if (!all.hasAnnotation(Access.class)) {
            return new Undeclared();
        }
        // Words of a method and of its class would add up: what stands at the method stands alone.
        var own = all.getDeclaredMetadata();
        var metadata = own.hasAnnotation(Access.class) ? own : all;
        if (metadata.enumValue(Access.class, Access.Who.class).orElse(Access.Who.KNOWN) == Access.Who.OPEN) {
            return new Open();
        }
        return new Known(
                Set.of(metadata.enumValues(Access.class, "scope", Scope.class)),
                Set.of(metadata.enumValues(Access.class, "role", Role.class)));
    }

    /** What stands between a known caller and the route, if anything. */
    default Optional<RegistryProblem> objection(Principal caller) {
        return switch (this) {
            case Open() -> Optional.empty();
            case Undeclared() -> Optional.of(new RegistryProblem.Forbidden("a route that says who may use it"));
            case Known(var scopes, var roles) -> {
                // Told by the proof and not by the path: however an address is spelled, a session is no token.
                var byToken = caller.via() instanceof Principal.Via.Token;
                if (byToken ? scopes.stream().noneMatch(caller::may) : !scopes.isEmpty()) {
                    yield Optional.of(new RegistryProblem.Forbidden("a token with scope " + words(scopes)));
                }
                yield roles.isEmpty() || roles.stream().anyMatch(caller::has)
                        ? Optional.empty()
                        : Optional.of(new RegistryProblem.Forbidden("the role " + words(roles)));
            }
        };
    }

    private static String words(Set<? extends ClosedChoice> choices) {
        var words = choices.stream().map(ClosedChoice::word).sorted();
        return words.collect(Collectors.joining(" or "));
    }
}
