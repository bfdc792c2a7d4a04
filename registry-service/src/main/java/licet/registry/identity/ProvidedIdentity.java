package licet.registry.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import licet.registry.platform.http.Role;

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
        /** Groups govern: exactly these roles, now and until the next sign-in. None keeps the person out. */
        record Exactly(Set<Role> roles) implements Grant {
            public Exactly {
                roles = Set.copyOf(roles);
            }
        }

        /** Roles are given here; somebody new begins with these. */
        record AtFirst(Set<Role> roles) implements Grant {
            public AtFirst {
                roles = Set.copyOf(roles);
            }
        }
    }

    @Override
    public String toString() {
        return "ProvidedIdentity[" + issuer + "]";
    }
}
