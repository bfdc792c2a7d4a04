package licet.registry.approval;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.platform.Statements;
import licet.rules.evidence.Artifact;
import licet.rules.facts.Ids;
import licet.rules.format.CanonicalJson;
import licet.rules.verdict.Basis;

/** Reads requests as evidence. */
@Singleton
class EvidenceLines {
    private static final Set<String> ARTIFACTS =
            Arrays.stream(Artifact.values()).map(Ids::of).collect(Collectors.toUnmodifiableSet());

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
                request.basis().map(EvidenceLines::licenses).orElse(List.of()),
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

    /** Roles of evidence are a node, an artifact, and the license that binds there, where one does. */
    private static List<EvidenceLine.License> licenses(Basis basis) {
        var all = new ArrayList<EvidenceLine.License>();
        basis.evidence().forEach((role, texts) -> {
            int end = role.lastIndexOf('/');
            int middle = role.lastIndexOf('/', end - 1);
            if (middle > 0 && ARTIFACTS.contains(role.substring(middle + 1, end))) {
                all.add(new EvidenceLine.License(role.substring(0, end), role.substring(end + 1), texts));
            }
        });
        return all;
    }

    private static List<EvidenceLine.Reason> reasons(Basis basis) {
        return basis.reasons().stream()
                .map(reason -> CanonicalJson.read(reason, EvidenceLine.Reason.class))
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
