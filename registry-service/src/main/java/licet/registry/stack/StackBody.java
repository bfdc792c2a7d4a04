package licet.registry.stack;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies as documented; they are read by hand so that every problem names its field. */
final class StackBody {
    private StackBody() {}

    @Schema(name = "NewStack")
    record Make(
            @Schema(description = "lower-case letters, digits and '-'")
            String key,

            String name,

            @Schema(description = "key of the team that owns it")
            String team,

            @Schema(
                    description = "how long after one review the next is due, 1 to 24; 3 when left out",
                    nullable = true)
            @Nullable Integer cadenceMonths) {}

    @Schema(name = "StackChange")
    record Change(
            String name,
            String team,

            @Schema(description = "1 to 24; 3 when left out", nullable = true) @Nullable Integer cadenceMonths) {}

    @Schema(name = "NewSlotFilling")
    record Fill(
            @Schema(description = "key of a role, such as generalist or fallback")
            String role,

            @Schema(description = "owner/name") String model,

            @Schema(description = "commit; the newest on record when left out", nullable = true)
            String revision,

            String deployment,

            @Schema(description = "login of a member of the team; whoever asks when left out", nullable = true)
            String owner,

            @Schema(description = "which traffic goes there", nullable = true)
            String routing) {}

    @Schema(name = "NewSlotNote")
    record Note(
            @Schema(allowableValues = {"cost", "quality", "other"})
            String kind,

            String words,

            @Schema(description = "with a unit", nullable = true) @Nullable Double figure,

            @Schema(description = "such as EUR/month; with a figure", nullable = true)
            String unit) {}

    @Schema(name = "NewStackReview")
    record Schedule(
            @Schema(description = "a day such as 2027-01-15")
            String due) {}

    @Schema(name = "NewSlotDecision")
    record Decide(
            @Schema(allowableValues = {"renew", "replace", "retire"})
            String decision,

            String reason,

            @Schema(description = "owner/name of what takes over, for what is replaced", nullable = true)
            String model,

            @Schema(description = "commit of it; the newest on record when left out", nullable = true)
            String revision) {}

    @Schema(name = "StackStates")
    record Stacks(List<StackState> stacks) {}

    @Schema(name = "SlotFillings")
    record Fillings(List<Filling> fillings) {}

    @Schema(name = "SlotNotes")
    record Notes(List<SlotNote> notes) {}

    @Schema(name = "StackReviewHeads")
    record Reviews(List<Review.Head> reviews) {}
}
