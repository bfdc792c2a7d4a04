package licet.registry.stack;

import java.util.UUID;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/** Who may change and review a stack: the members of its team, and administrators. Everybody who is signed in reads. */
public final class StackRights {
    private StackRights() {}

    public static boolean mayChange(UUID team, Principal caller) {
        boolean works = !caller.roles().isEmpty() && !caller.standing().onlyReads();
        return caller.personId() != null && (caller.has(Role.ADMINISTRATOR) || works && caller.belongsTo(team));
    }

    /** Returns who it is: what is decided is decided by somebody. */
    static UUID require(Stack.Team team, Principal caller) {
        var person = caller.personId();
        if (person == null || !mayChange(team.id(), caller)) {
            throw new RegistryProblem.Forbidden("to be of the team " + team.key() + ", which owns the stack")
                    .asException();
        }
        return person;
    }
}
