package licet.registry.clearing;

import java.util.UUID;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/** Who may clear: the one place that says so. Everybody who is known may look on. */
public final class ClearingRights {
    private ClearingRights() {}

    /** A token counts as its owner, and a token of the host as nobody. */
    public static boolean mayClear(Principal caller) {
        return caller.personId() != null && caller.reviews(ReviewTopic.LEGAL);
    }

    static UUID reviewer(Principal caller) {
        var person = caller.personId();
        if (person == null) {
            throw new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException();
        }
        if (!mayClear(caller)) {
            throw new RegistryProblem.Forbidden(
                            "the role " + Role.REVIEWER.word() + " with the topic " + ReviewTopic.LEGAL.word())
                    .asException();
        }
        return person;
    }
}
