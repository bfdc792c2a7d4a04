package licet.registry.approval;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import licet.registry.platform.Statements;
import licet.rules.verdict.Basis;

/** Reads requests as evidence. */
@Singleton
class EvidenceLines {
    private final RequestRows rows;

    EvidenceLines(RequestRows rows) {
        this.rows = rows;
    }

    EvidenceLine get(Statements sql, UUID id) {
        var request = rows.find(sql, id).orElseThrow(() -> Steps.missing(id));
        return new EvidenceLine(
                request.id(),
                request.state(),
                request.requester(),
                request.about(),
                request.justification(),
                request.neededBy(),
                request.basis().map(BoundLicenses::of).orElse(List.of()),
                request.basis().map(EvidenceLines::reasons).orElse(List.of()),
                request.votes(),
                request.conditions(),
                request.lifts(),
                request.basis().map(basis -> List.copyOf(basis.instruments())).orElse(List.of()),
                request.policy(),
                request.round(),
                request.basis().map(Basis::digest),
                request.createdAt(),
                request.decidedAt(),
                approval(sql, id));
    }

    private static List<EvidenceLine.Reason> reasons(Basis basis) {
        return basis.findings().stream()
                .map(reason -> new EvidenceLine.Reason(reason.about(), reason.finding(), reason.because()))
                .toList();
    }

    private static Optional<EvidenceLine.Approval> approval(Statements sql, UUID id) {
        return sql.find(
                "SELECT valid_from, valid_until, ended_at, end_reason FROM approval WHERE id = ?",
                row -> new EvidenceLine.Approval(
                        Statements.getInstant(row, "valid_from"),
                        Statements.getInstant(row, "valid_until"),
                        Optional.ofNullable(Statements.findInstant(row, "ended_at")),
                        row.getString("end_reason")),
                id);
    }
}
