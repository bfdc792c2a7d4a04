package licet.registry.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The meeting that renews, replaces or retires what fills each slot.
 *
 * @param items one for each slot that was filled when it was opened
 */
public record Review(Head head, List<Item> items) {
    public Review {
        items = List.copyOf(items);
    }

    /**
     * @param stack key
     * @param ended when it was closed or called off
     */
    @Schema(name = "StackReviewHead")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Head(
            UUID id,
            String stack,
            LocalDate due,
            ReviewState state,
            Step scheduled,
            Optional<Step> opened,
            Optional<Step> ended) {}

    /** @param login of whoever took it */
    @Schema(name = "StackReviewStep")
    public record Step(String login, Instant at) {}

    /**
     * @param slot key
     * @param stood how it stood when the review was opened
     * @param decided absent while nobody decided
     */
    @Schema(name = "StackReviewItem")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Item(String slot, String role, Filling filling, Stood stood, Optional<Decided> decided) {}

    /**
     * What was so at a moment.
     *
     * @param reasons ids of what stood against permitting
     * @param license concluded; {@code unclear} where several texts can govern, {@code unknown} where nothing was read
     * @param country seat of the developer, {@code ??} where it is not known
     */
    @Schema(name = "SlotStood")
    public record Stood(
            String verdict,
            boolean permitted,
            List<String> reasons,
            String license,
            String family,
            String developer,
            String country) {
        public Stood {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * @param model that takes over, for what is replaced
     * @param revision commit of it
     */
    @Schema(name = "SlotDecided")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Decided(
            Decision decision, String reason, Optional<String> model, Optional<String> revision, Step by) {}

    /** How many slots nobody decided about yet. */
    public long open() {
        return items.stream().filter(item -> item.decided().isEmpty()).count();
    }
}
