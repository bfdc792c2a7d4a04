package licet.registry.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.rules.verdict.BasisChange;

/**
 * What an approved request lifts, and whether it still does.
 *
 * @param id also of its request
 * @param requester who answers for it
 * @param lifts ids of the findings that it lifts
 * @param basis digest of what people decided on
 * @param until first moment after its term
 * @param stale absent where what people decided on still stands
 * @param end absent where nobody ended it and no other took its place
 * @param record the decision of record that was written with it
 */
@Schema(name = "Approval")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Approval(
        UUID id,
        ApprovalState state,
        ApprovalRequest.Person requester,
        ApprovalRequest.About about,
        List<String> lifts,
        String basis,
        ApprovalRequest.PolicyRef policy,
        Instant from,
        Instant until,
        Optional<Stale> stale,
        Optional<End> end,
        Optional<Long> record) {
    public Approval {
        lifts = List.copyOf(lifts);
    }

    /**
     * Something is not as it was when people decided.
     *
     * @param since when that was found
     * @param graceUntil until when it goes on to permit; absent where it stopped at once
     * @param changes each difference
     */
    @Schema(name = "ApprovalStale")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Stale(Instant since, Optional<Instant> graceUntil, List<BasisChange> changes) {
        public Stale {
            changes = List.copyOf(changes);
        }
    }

    /** @param by absent where another approval took its place */
    @Schema(name = "ApprovalEnd")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record End(Instant at, Optional<UUID> by, String reason) {}

    @Schema(name = "ApprovalPage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<Approval> approvals, Optional<String> next) {
        public Page {
            approvals = List.copyOf(approvals);
        }
    }
}
