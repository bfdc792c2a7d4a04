package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import licet.registry.decision.ApprovedRevisions;
import licet.registry.platform.Database;
import licet.registry.platform.audit.HeadCache;
import licet.registry.platform.audit.HeadWatch;
import licet.registry.platform.problem.RegistryProblem;

/** Approvals as people and pipelines look at them. */
@Singleton
public class KnownApprovals implements ApprovedRevisions {
    private final Database database;
    private final Clock clock;
    private final HeadCache<String, RunningApprovals> remembered;

    KnownApprovals(Database database, HeadWatch watch, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.remembered = watch.cache(1, Set.of(Approvals.KIND));
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
    public Reading current() {
        return remembered
                .get("current", _ -> database.read(RunningApprovals::read))
                .at(clock);
    }
}
