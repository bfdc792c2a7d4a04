package licet.registry.approval;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.http.Standing;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.policy.Workflow;

/** Who may ask and who may decide: the one place that says so. Administrators do neither by that role. */
public final class ApprovalRights {
    private ApprovalRights() {}

    /** A token counts as its owner, and a token of the host as nobody. */
    public static boolean mayRequest(Principal caller) {
        return caller.personId() != null && caller.has(Role.REQUESTER);
    }

    static UUID requester(Principal caller) {
        var person = person(caller);
        if (!mayRequest(caller)) {
            throw new RegistryProblem.Forbidden("the role " + Role.REQUESTER.word()).asException();
        }
        return person;
    }

    static UUID person(Principal caller) {
        var person = caller.personId();
        if (person == null) {
            throw new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException();
        }
        return person;
    }

    /** Everybody who takes part in the procurement of models. */
    public static boolean takesPart(Principal caller) {
        return caller.personId() != null
                && (caller.has(Role.REQUESTER) || caller.has(Role.REVIEWER) || caller.has(Role.APPROVER));
    }

    static UUID participant(Principal caller) {
        var person = person(caller);
        if (!takesPart(caller)) {
            throw new RegistryProblem.Forbidden("one of the roles requester, reviewer and approver").asException();
        }
        return person;
    }

    /** Whoever stands for an approval may take it back: approvers, and who asked for it. */
    public static boolean mayEnd(Approval approval, Principal caller) {
        return mayApprove(caller)
                || (caller.personId() != null && approval.requester().id().equals(caller.personId()));
    }

    static boolean mayApprove(Principal caller) {
        return caller.personId() != null && caller.has(Role.APPROVER);
    }

    /** The kinds of review in which somebody may act. */
    public static Set<Workflow.Reviewer> entitled(Standing standing) {
        var all = EnumSet.noneOf(Workflow.Reviewer.class);
        if (standing.roles().contains(Role.REVIEWER)) {
            standing.topics().forEach(topic -> all.add(of(topic)));
        }
        if (standing.roles().contains(Role.APPROVER)) {
            all.add(Workflow.Reviewer.APPROVER);
        }
        return all;
    }

    private static Workflow.Reviewer of(ReviewTopic topic) {
        return switch (topic) {
            case LEGAL -> Workflow.Reviewer.LEGAL;
            case SECURITY -> Workflow.Reviewer.SECURITY;
            case PRIVACY -> Workflow.Reviewer.PRIVACY;
            case FINANCE -> Workflow.Reviewer.FINANCE;
            case PRODUCT -> Workflow.Reviewer.PRODUCT;
        };
    }
}
