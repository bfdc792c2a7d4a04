package licet.registry.identity;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import licet.registry.platform.http.ReviewTopic;
import licet.registry.platform.http.Role;

/**
 * What a provider's groups give. Teams are no part of it: they are formed here.
 *
 * @param topics what a reviewer's word counts for
 */
public record Duties(Set<Role> roles, Set<ReviewTopic> topics) {
    public static final Duties NONE = new Duties(Set.of(), Set.of());

    public Duties {
        roles = Set.copyOf(roles);
        topics = Set.copyOf(topics);
    }

    public boolean isNone() {
        return roles.isEmpty();
    }

    public Duties with(Role role) {
        return all(Set.of(this, new Duties(Set.of(role), Set.of())));
    }

    /** Somebody in several groups has what each of them gives. */
    public static Duties all(Collection<Duties> several) {
        return new Duties(
                several.stream().flatMap(duties -> duties.roles.stream()).collect(Collectors.toSet()),
                several.stream().flatMap(duties -> duties.topics.stream()).collect(Collectors.toSet()));
    }
}
