package licet.registry.platform.http;

import java.util.Set;
import java.util.UUID;

/**
 * What a caller is allowed by being who they are.
 *
 * @param topics what a reviewer's word counts for; worth nothing without the role
 * @param teams ids of the teams that the person belongs to
 */
public record Standing(Set<Role> roles, Set<ReviewTopic> topics, Set<UUID> teams) {
    public Standing {
        roles = Set.copyOf(roles);
        topics = Set.copyOf(topics);
        teams = Set.copyOf(teams);
    }

    /** Auditors read everything and change nothing, unless they are something else as well. */
    public boolean onlyReads() {
        return roles.equals(Set.of(Role.AUDITOR));
    }

    public static Standing of(Set<Role> roles) {
        return new Standing(roles, Set.of(), Set.of());
    }
}
