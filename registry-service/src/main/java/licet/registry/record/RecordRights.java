package licet.registry.record;

import java.util.UUID;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/** Who may put a verdict on record. */
public final class RecordRights {
    private RecordRights() {}

    public static boolean mayRecord(Principal caller) {
        return caller.personId() != null && (caller.has(Role.REVIEWER) || caller.has(Role.APPROVER));
    }

    /** The person who records; a token counts as its owner, and a token of the host as nobody. */
    static UUID recorder(Principal caller) {
        var person = caller.personId();
        if (person == null || !mayRecord(caller)) {
            throw new RegistryProblem.Forbidden(
                            "a person with the role " + Role.REVIEWER.word() + " or " + Role.APPROVER.word())
                    .asException();
        }
        return person;
    }
}
