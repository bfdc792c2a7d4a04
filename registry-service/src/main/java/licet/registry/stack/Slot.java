package licet.registry.stack;

import java.util.Optional;
import java.util.UUID;

/**
 * A place in a stack.
 *
 * @param key unique in the stack
 * @param role key of a role, such as {@code generalist}
 * @param filling what fills it now; absent where it was retired or is not filled yet
 */
public record Slot(UUID id, String key, String role, Optional<Filling> filling) {}
