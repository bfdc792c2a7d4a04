package licet.registry.identity;

import java.time.Instant;
import licet.registry.platform.http.Scope;
import licet.registry.platform.problem.RegistryProblem;
import org.jspecify.annotations.Nullable;

/** What somebody asks for. Fails with a problem when the name is not fit to be shown in a list. */
public record NewToken(String name, Scope scope, @Nullable Instant expiresAt) {
    private static final int LONGEST = 80;

    public NewToken {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new RegistryProblem.Malformed("name", name, "Use 1 to " + LONGEST + " printable characters.")
                    .asException();
        }
    }
}
