package licet.registry.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stack as it stands now.
 *
 * @param permitted whether everything that fills a slot is
 * @param review the next one, or the one that is open
 */
@Schema(name = "StackState")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StackState(
        String key,
        String name,
        String team,
        int cadenceMonths,
        int version,
        Instant madeAt,
        Optional<Instant> endedAt,
        boolean permitted,
        Optional<Next> review,
        List<SlotState> slots) {
    public StackState {
        slots = List.copyOf(slots);
    }

    @Schema(name = "NextStackReview")
    public record Next(UUID id, LocalDate due, ReviewState state) {}

    static StackState of(Stack stack, List<SlotState> slots, Optional<Review.Head> review) {
        return new StackState(
                stack.key(),
                stack.name(),
                stack.team().key(),
                stack.cadenceMonths(),
                stack.version(),
                stack.madeAt(),
                stack.endedAt(),
                slots.stream().noneMatch(SlotState::isRed),
                review.map(head -> new Next(head.id(), head.due(), head.state())),
                slots);
    }

    public long red() {
        return slots.stream().filter(SlotState::isRed).count();
    }

    public long filled() {
        return slots.stream().filter(slot -> slot.filling().isPresent()).count();
    }
}
