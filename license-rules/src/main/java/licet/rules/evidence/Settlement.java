package licet.rules.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** People settle what the sources leave open. */
final class Settlement {
    private Settlement() {}

    static Identification of(Artifact artifact, List<Evidence> evidence, Identification found, PolicyFiles policies) {
        return evidence.stream()
                .flatMap(each -> each instanceof Evidence.Settled settled
                                && settled.artifacts().contains(artifact)
                        ? Stream.of(settled)
                        : Stream.<Evidence.Settled>of())
                .flatMap(settled -> basis(settled, found).stream()
                        .<Identification>map(basis -> new Identification.Identified(
                                settled.license(),
                                basis,
                                Stream.concat(found.evidence().stream(), Stream.of(settled.at()))
                                        .toList(),
                                policies.beside(settled.license()))))
                .findFirst()
                .orElse(found);
    }

    private static Optional<Identification.Basis> basis(Evidence.Settled settled, Identification found) {
        return switch (settled.by()) {
            case CLEARING ->
                switch (found) {
                    case Identification.Conflicting _, Identification.Unrecognized _, Identification.OneOf _ ->
                        Optional.of(Identification.Basis.CLEARING);
                    // No conclusion gives rights that nobody gave, or replaces what nobody has read.
                    case Identification.Absent _, Identification.Unread _, Identification.Identified _ ->
                        Optional.empty();
                };
            case ACCEPTANCE ->
                found instanceof Identification.OneOf && found.candidates().contains(settled.license())
                        ? Optional.of(Identification.Basis.ACCEPTANCE)
                        : Optional.empty();
        };
    }
}
