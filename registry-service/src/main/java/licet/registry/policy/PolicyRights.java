package licet.registry.policy;

import java.util.Set;
import java.util.UUID;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/** Who may write policies and who may put them in force: the one place that says so. */
public final class PolicyRights {
    private static final Set<Role> AUTHORS = Set.of(Role.POLICY_AUTHOR, Role.ADMINISTRATOR);
    private static final Set<Role> ACTIVATORS = Set.of(Role.POLICY_AUTHOR, Role.ADMINISTRATOR);

    private PolicyRights() {}

    public static boolean mayPropose(Principal caller) {
        return caller.personId() != null && AUTHORS.stream().anyMatch(caller::has);
    }

    public static boolean mayActivate(Principal caller) {
        return caller.personId() != null && ACTIVATORS.stream().anyMatch(caller::has);
    }

    /** The person who proposes; a token counts as its owner, and a token of the host as nobody. */
    static UUID proposer(Principal caller) {
        return person(caller, mayPropose(caller));
    }

    static UUID activator(Principal caller) {
        return person(caller, mayActivate(caller));
    }

    private static UUID person(Principal caller, boolean may) {
        var person = caller.personId();
        if (person == null) {
            throw new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException();
        }
        if (!may) {
            throw new RegistryProblem.Forbidden(
                            "the role " + Role.POLICY_AUTHOR.word() + " or " + Role.ADMINISTRATOR.word())
                    .asException();
        }
        return person;
    }
}
