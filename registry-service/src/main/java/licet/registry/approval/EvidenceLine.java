package licet.registry.approval;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as evidence of how it was decided. What people said to each other beside their decisions is not in it.
 *
 * @param licenses what was judged, with the texts that were read
 * @param clauses what people had before them, as the reasons of the answer
 * @param reviewers every decision, the oldest first
 * @param lifts ids of the findings that the approval lifts
 * @param instruments ids of what lifted findings beside approvals
 * @param approval absent where it was not approved
 */
@Schema(name = "ApprovalEvidence")
public record EvidenceLine(
        UUID request,
        RequestState state,
        ApprovalRequest.Person requester,
        ApprovalRequest.About about,
        String justification,
        Optional<LocalDate> neededBy,
        List<License> licenses,
        List<Reason> clauses,
        List<ApprovalRequest.Decided> reviewers,
        List<ApprovalRequest.Condition> conditions,
        List<String> lifts,
        List<String> instruments,
        ApprovalRequest.PolicyRef policy,
        int round,
        Optional<String> basis,
        Instant createdAt,
        Optional<Instant> decidedAt,
        Optional<Approval> approval) {
    public EvidenceLine {
        licenses = List.copyOf(licenses);
        clauses = List.copyOf(clauses);
        reviewers = List.copyOf(reviewers);
        conditions = List.copyOf(conditions);
        lifts = List.copyOf(lifts);
        instruments = List.copyOf(instruments);
    }

    /**
     * @param artifact where it binds, such as self/weights
     * @param texts identities of the texts that were read
     */
    @Schema(name = "ApprovalEvidenceLicense")
    public record License(String artifact, String key, List<String> texts) {
        public License {
            texts = List.copyOf(texts);
        }
    }

    /** @param about clause, grant or rule with its version @param finding what was found about it */
    @Schema(name = "ApprovalEvidenceReason")
    public record Reason(String about, String finding, String because) {}

    @Schema(name = "ApprovalEvidenceTerm")
    public record Approval(Instant from, Instant until, Optional<Instant> endedAt, String endReason) {}
}
