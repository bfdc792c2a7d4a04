package licet.registry.instrument;

import java.util.UUID;
import licet.registry.platform.http.Principal;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.RegistryProblem;

/** Who may put papers on record and take them back: the one place that says so. */
public final class PaperRights {
    private PaperRights() {}

    /** What counsel answers for needs counsel or an approver; a text can be accepted by whoever asks for its model. */
    public static boolean mayRecord(Principal caller, PaperKind kind) {
        return caller.personId() != null
                && switch (kind) {
                    case AGREEMENT, LEGAL_POSITION -> caller.reviews(ReviewTopic.LEGAL) || caller.has(Role.APPROVER);
                    case ACCEPTANCE ->
                        caller.has(Role.REQUESTER) || caller.has(Role.REVIEWER) || caller.has(Role.APPROVER);
                };
    }

    /** What counsel wrote for counsel. */
    public static boolean maySeePrivileged(Principal caller) {
        return caller.personId() != null && (caller.reviews(ReviewTopic.LEGAL) || caller.has(Role.AUDITOR));
    }

    /** Signed papers hold names and prices: for those who sign or check them, and for whoever handed this one in. */
    public static boolean mayReadDocument(Principal caller, Paper paper) {
        return caller.personId() != null
                && (caller.reviews(ReviewTopic.LEGAL)
                        || caller.has(Role.APPROVER)
                        || caller.has(Role.AUDITOR)
                        || paper.recordedBy().equals(caller.personId()));
    }

    /** The person who does it; a token counts as its owner, and a token of the host as nobody. */
    static UUID recorder(Principal caller, PaperKind kind) {
        var person = caller.personId();
        if (person == null) {
            throw new RegistryProblem.Forbidden("a person, who signs in or owns the token").asException();
        }
        if (!mayRecord(caller, kind)) {
            throw new RegistryProblem.Forbidden(
                            switch (kind) {
                                case AGREEMENT, LEGAL_POSITION ->
                                    "the role " + Role.REVIEWER.word() + " with the topic " + ReviewTopic.LEGAL.word()
                                            + ", or " + Role.APPROVER.word();
                                case ACCEPTANCE ->
                                    "the role " + Role.REQUESTER.word() + ", " + Role.REVIEWER.word() + " or "
                                            + Role.APPROVER.word();
                            })
                    .asException();
        }
        return person;
    }
}
