package licet.registry.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import licet.registry.decision.Readers;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
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

    /**
     * Who may say that a figure still holds: whoever may change it, and reviewers of the topic with which the name of its
     * owner begins, such as finance.
     */
    public static boolean mayConfirm(String owner, Principal caller) {
        return mayChangeOrganization(caller)
                || Arrays.stream(ReviewTopic.values())
                        .anyMatch(topic -> firstWord(owner).equals(topic.word()) && caller.reviews(topic));
    }

    private static String firstWord(String owner) {
        return owner.strip().toLowerCase(Locale.ROOT).split("\\W", 2)[0];
    }

    public static void requireConfirmation(String owner, Principal caller) {
        require(mayConfirm(owner, caller), "to be an administrator, or a reviewer for " + owner);
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
