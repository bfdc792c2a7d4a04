package licet.rules.stack;

import java.util.List;
import java.util.Optional;
import licet.rules.Check;

/** The roles that a slot can have, in the order in which they are offered. */
public record SlotRoles(List<Role> all) {
    public SlotRoles {
        all = List.copyOf(all);
        long keys = all.stream().map(Role::key).distinct().count();
        Check.that(keys == all.size(), "two roles of slots have one key");
    }

    /** @param about what such a slot is for, in a sentence */
    public record Role(String key, String name, String about) {}

    public Optional<Role> find(String key) {
        return all.stream().filter(role -> role.key().equals(key)).findFirst();
    }
}
