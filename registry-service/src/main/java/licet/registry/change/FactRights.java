package licet.registry.change;

import java.util.Set;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/** Who may change facts: the one place that says so. A token of the host may, since whoever runs the host made it. */
public final class FactRights {
    private static final Set<Role> EDITORS = Set.of(Role.ADMINISTRATOR, Role.POLICY_AUTHOR);

    private FactRights() {}

    public static boolean mayChangeDeployments(Principal caller) {
        return isHost(caller) || EDITORS.stream().anyMatch(caller::has);
    }

    /** Nobody overwrites figures unseen. */
    public static boolean mayChangeOrganization(Principal caller) {
        return isHost(caller) || mayChangeDeployments(caller) && Readers.seesValues(caller);
    }

    public static void requireOrganization(Principal caller) {
        require(mayChangeOrganization(caller), "the role administrator");
    }

    private static void require(boolean may, String needed) {
        if (!may) {
            throw new RegistryProblem.Forbidden(needed).asException();
        }
    }

    private static boolean isHost(Principal caller) {
        return caller.personId() == null;
    }
}
