package licet.registry.approval;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Which requests to list; what is empty excludes nothing.
 *
 * @param deployment key of a deployment
 * @param model owner/name
 * @param stage key of one that waits for people now
 * @param neededBy needed on this day or before
 */
public record BoardFilter(
        Optional<RequestState> state,
        Optional<String> deployment,
        Optional<String> model,
        Optional<UUID> requester,
        Optional<String> stage,
        Optional<LocalDate> neededBy) {
    public static final BoardFilter ALL = new BoardFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
