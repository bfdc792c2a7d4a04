package licet.registry.identity;

import java.util.List;
import java.util.UUID;

/**
 * People who own deployments together.
 *
 * @param members by login
 * @param deployments keys
 */
public record Team(UUID id, String key, String name, List<Member> members, List<String> deployments) {
    /** @param active false for somebody who left */
    public record Member(UUID id, String login, boolean active) {}

    public Team {
        members = List.copyOf(members);
        deployments = List.copyOf(deployments);
    }
}
