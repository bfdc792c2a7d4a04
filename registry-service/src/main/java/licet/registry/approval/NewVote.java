package licet.registry.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody decides.
 *
 * @param round the one that they looked at; when another one runs meanwhile, nothing is decided
 * @param onBehalfOf a colleague who is away and named the caller for it
 */
public record NewVote(
        int round,
        String stage,
        Vote.Decision decision,
        String reason,
        List<Vote.Condition> conditions,
        Optional<UUID> onBehalfOf) {
    public NewVote {
        reason = NewRequest.words("/reason", reason);
        conditions = List.copyOf(conditions);
    }
}
