package licet.registry.identity;

import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;

/** Reads the words of scopes and roles, stored or typed. */
public final class Scopes {
    private Scopes() {}

    /** Fails with a problem that names the possible words. */
    public static Scope parse(String word) {
        return ClosedChoice.find(Scope.class, word)
                .orElseThrow(() -> new RegistryProblem.Malformed(
                                "scope", word, "Use one of: " + ClosedChoice.words(Scope.class) + ".")
                        .asException());
    }

    static Role parseRole(String stored) {
        return ClosedChoice.find(Role.class, stored)
                .orElseThrow(() -> new IllegalStateException("unknown role in the database: " + stored));
    }
}
