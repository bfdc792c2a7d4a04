package licet.registry.waiver;

import java.time.Instant;
import java.util.UUID;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/** Who may propose, decide and end waivers: the one place that says so. Administrators do nothing by that role. */
public final class WaiverRights {
    private WaiverRights() {}

    /** Whoever takes part in procurement. A token counts as its owner, and a token of the host as nobody. */
    public static boolean mayPropose(Principal caller) {
        return caller.personId() != null
                && (caller.has(Role.REQUESTER) || caller.has(Role.REVIEWER) || caller.has(Role.APPROVER));
    }

    /** Nobody decides about an own proposal. */
    public static boolean mayDecide(Waiver waiver, Principal caller) {
        return waiver.state() == WaiverState.PROPOSED && isApprover(caller) && !isOwn(waiver, caller);
    }

    public static boolean mayWithdraw(Waiver waiver, Principal caller) {
        return waiver.state() == WaiverState.PROPOSED && isOwn(waiver, caller);
    }

    /** Ending early permits nothing, so one person is enough: an approver, or who proposed it. */
    public static boolean mayRevoke(Waiver waiver, Principal caller, Instant now) {
        return waiver.stateAt(now) == WaiverState.ACTING && (isApprover(caller) || isOwn(waiver, caller));
    }

    /** Evidence can say what is wrong with a product: for those who take part, and for auditors. */
    public static boolean mayReadDocument(Principal caller) {
        return mayPropose(caller) || (caller.personId() != null && caller.has(Role.AUDITOR));
    }

    static boolean isApprover(Principal caller) {
        return caller.personId() != null && caller.has(Role.APPROVER);
    }

    private static boolean isOwn(Waiver waiver, Principal caller) {
        return waiver.proposed().person().equals(caller.personId());
    }

    static UUID proposer(Principal caller) {
        var person = person(caller);
        if (!mayPropose(caller)) {
            throw forbidden("one of the roles requester, reviewer and approver");
        }
        return person;
    }

    static UUID decider(Principal caller) {
        var person = person(caller);
        if (!isApprover(caller)) {
            throw forbidden("the role " + Role.APPROVER.word());
        }
        return person;
    }

    static UUID person(Principal caller) {
        var person = caller.personId();
        if (person == null) {
            throw forbidden("a person, who signs in or owns the token");
        }
        return person;
    }

    static RuntimeException forbidden(String needed) {
        return new RegistryProblem.Forbidden(needed).asException();
    }
}
