package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.decision.ApprovedRevisions;
import licet.registry.platform.Database;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.problem.RegistryProblem;
import licet.rules.evidence.ModelId;
import licet.rules.facts.DeploymentKey;

/** Approvals as people and pipelines look at them. */
@Singleton
public class KnownApprovals implements ApprovedRevisions {
    private static final int REMEMBERED = 20_000;
    private static final int MOST_NAMED = 20;

    private final Database database;
    private final Clock clock;
    private final HeadCache<Place, List<Approval>> remembered;

    /** @param model in lower case */
    private record Place(String model, DeploymentKey deployment) {}

    KnownApprovals(Database database, HeadWatch watch, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.remembered = watch.cache(REMEMBERED, Set.of(Approvals.KIND));
    }

    public Optional<Approval> find(UUID id) {
        return database.read(sql -> ApprovalRows.find(sql, id, clock.instant()));
    }

    public Approval get(UUID id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    static RuntimeException missing(UUID id) {
        return new RegistryProblem.NotFound("approval", id.toString()).asException();
    }

    public Approval.Page list(ApprovalQuery query) {
        return database.read(sql -> ApprovalRows.page(sql, query, clock.instant()));
    }

    @Override
    public List<Approved> of(ModelId model, DeploymentKey deployment) {
        var now = clock.instant();
        return remembered.get(new Place(model.value().toLowerCase(Locale.ROOT), deployment), this::read).stream()
                .filter(approval -> approval.end().isEmpty() && now.isBefore(approval.until()))
                .map(approval -> new Approved(
                        approval.id().toString(),
                        approval.about().revision(),
                        state(approval, now).word(),
                        approval.until(),
                        approval.stale().map(Approval.Stale::since),
                        approval.stale().flatMap(Approval.Stale::graceUntil)))
                .toList();
    }

    /** What was read may be older than the end of its grace. */
    private static ApprovalState state(Approval approval, Instant now) {
        return approval.stale()
                .map(stale -> stale.graceUntil().filter(now::isBefore).isPresent()
                        ? ApprovalState.GRACE
                        : ApprovalState.STALE)
                .orElse(ApprovalState.VALID);
    }

    private List<Approval> read(Place place) {
        var query = new ApprovalQuery(
                Optional.empty(),
                Optional.of(place.model()),
                Optional.of(place.deployment().value()),
                Optional.empty(),
                BoardQuery.MAX_LIMIT);
        return list(query).approvals().stream()
                .filter(approval -> approval.end().isEmpty())
                .limit(MOST_NAMED)
                .toList();
    }
}
