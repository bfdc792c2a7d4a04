package licet.registry.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request on the board.
 *
 * @param waiting keys of the stages that wait for people now
 * @param due from when on the first of them is late; absent where none waits
 */
public record BoardRow(
        UUID id,
        RequestState state,
        ApprovalRequest.Person requester,
        ApprovalRequest.About about,
        Optional<LocalDate> neededBy,
        int round,
        List<String> waiting,
        Optional<Instant> due,
        ApprovalRequest.PolicyRef policy,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> decidedAt) {
    public BoardRow {
        waiting = List.copyOf(waiting);
    }

    public boolean isLateAt(Instant now) {
        return due.filter(limit -> !now.isBefore(limit)).isPresent();
    }
}
