package licet.registry.identity;

import java.util.List;
import java.util.Optional;

/**
 * Somebody whom a provider vouches for. Issuer and subject together are the person, everything else may change.
 *
 * @param logins names to be known by here, the best first; only the first sign-in asks for one
 */
public record ProvidedIdentity(
        String issuer, String subject, List<String> logins, String displayName, Optional<String> email, Grant grant) {
    public ProvidedIdentity {
        logins = List.copyOf(logins);
    }

    /** What the provider's word gives. */
    public sealed interface Grant {
        /** Groups govern: exactly this, now and until the next sign-in. No role keeps the person out. */
        record Exactly(Duties duties) implements Grant {}

        /** Roles are given here; somebody new begins with these. */
        record AtFirst(Duties duties) implements Grant {}
    }

    @Override
    public String toString() {
        return "ProvidedIdentity[" + issuer + "]";
    }
}
