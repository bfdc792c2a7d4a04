package licet.registry.identity;

import java.util.ArrayList;
import java.util.Set;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;
import licet.registry.platform.problem.FieldError;
import licet.registry.platform.problem.RegistryProblem;

/** Whom an administrator invites, and as what. Fails with a problem that names every field to mend. */
public record Invitation(String login, String displayName, Set<Role> roles, Set<ReviewTopic> topics) {
    public Invitation {
        login = login.strip();
        displayName = displayName.strip();
        roles = Set.copyOf(roles);
        topics = Set.copyOf(topics);
        var flaws = new ArrayList<FieldError>();
        if (!NewPerson.isLogin(login)) {
            flaws.add(new FieldError("login", login, "Use letters, digits and . _ @ + -, at most 100."));
        }
        NewPerson.nameFlaw(displayName).ifPresent(flaws::add);
        if (!flaws.isEmpty()) {
            throw new RegistryProblem.Malformed(flaws).asException();
        }
    }
}
