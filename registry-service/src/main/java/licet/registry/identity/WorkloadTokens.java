package licet.registry.identity;

import java.util.Optional;
import java.util.UUID;

/** Tokens that others made for programs of theirs. */
public interface WorkloadTokens {
    /** The token of ours as which it counts; empty when it counts as none. */
    Optional<UUID> find(String token);
}
