package licet.registry.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;

/**
 * Somebody with an account, as administrators and auditors see it.
 *
 * @param name a pseudonym when the personal data was erased
 * @param teams keys
 */
public record PersonLine(
        UUID id,
        String login,
        String name,
        Set<Role> roles,
        Set<ReviewTopic> topics,
        List<String> teams,
        State state,
        Optional<Instant> lastSignIn) {
    /** Whether the person can sign in. */
    public enum State implements ClosedChoice {
        /** The link to set a password is still to be used. */
        INVITED("invited"),
        ACTIVE("active"),
        DEACTIVATED("deactivated"),
        /** Deactivated for good: what is shown is a pseudonym. */
        ERASED("erased");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    public PersonLine {
        roles = Set.copyOf(roles);
        topics = Set.copyOf(topics);
        teams = List.copyOf(teams);
    }

    /** Whether the person has an account to use, or will have once the link is used. */
    public boolean isHere() {
        return switch (state) {
            case INVITED, ACTIVE -> true;
            case DEACTIVATED, ERASED -> false;
        };
    }
}
