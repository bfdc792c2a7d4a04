package licet.registry.policy;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/**
 * Who may write policies and who may put them in force: the one place that says so. Administrators run the product and
 * may prepare a text; that it holds is for policy authors and approvers to say.
 */
public final class PolicyRights {
    private static final Set<Role> AUTHORS = Set.of(Role.POLICY_AUTHOR, Role.ADMINISTRATOR);
    private static final Set<Role> ACTIVATORS = Set.of(Role.POLICY_AUTHOR, Role.APPROVER);

    private PolicyRights() {}

    public static boolean mayPropose(Principal caller) {
        return caller.personId() != null && AUTHORS.stream().anyMatch(caller::has);
    }

    public static boolean mayActivate(Principal caller) {
        return caller.personId() != null && ACTIVATORS.stream().anyMatch(caller::has);
    }

    /** The person who proposes; a token counts as its owner, and a token of the host as nobody. */
    static UUID proposer(Principal caller) {
        return person(caller, AUTHORS);
    }

    static UUID activator(Principal caller) {
        return person(caller, ACTIVATORS);
    }

    private static UUID person(Principal caller, Set<Role> roles) {
        var person = caller.personId();
        if (person == null) {
            throw new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException();
        }
        if (roles.stream().noneMatch(caller::has)) {
            var words = roles.stream().map(Role::word).sorted().collect(Collectors.joining(" or "));
            throw new RegistryProblem.Forbidden("the role " + words).asException();
        }
        return person;
    }
}
