package licet.registry.decision;

import java.util.Set;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;

/** Who may see figures such as revenue and users; everybody else sees only on which side of a limit they lie. */
public final class Readers {
    private static final Set<Role> INSIDERS = Set.of(Role.ADMINISTRATOR, Role.REVIEWER, Role.APPROVER, Role.AUDITOR);

    private Readers() {}

    public static boolean seesValues(Principal caller) {
        return INSIDERS.stream().anyMatch(caller::has);
    }
}
