package licet.registry.approval;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import licet.registry.platform.Database;
import licet.registry.platform.http.Principal;
import licet.registry.platform.problem.RegistryProblem;

/** Ends an approval before its term, at once and for good. */
@Singleton
public class ApprovalEnds {
    private final ApprovalNews news;
    private final Database database;
    private final Clock clock;

    ApprovalEnds(ApprovalNews news, Database database, Clock clock) {
        this.news = news;
        this.database = database;
        this.clock = clock;
    }

    /** Approvers may, and who asked for it. */
    public Approval end(UUID id, String reason, Principal caller) {
        var person = ApprovalRights.person(caller);
        String why = NewRequest.words("/reason", reason);
        return database.write(sql -> {
            var now = clock.instant();
            var before = ApprovalRows.find(sql, id, now).orElseThrow(() -> KnownApprovals.missing(id));
            if (!ApprovalRights.mayEnd(before, caller)) {
                throw new RegistryProblem.Forbidden("an approver, or the person who asked for it").asException();
            }
            int ended = sql.update(
                    "UPDATE approval SET ended_at = ?, ended_by = ?, end_reason = ? WHERE id = ?"
                            + " AND ended_at IS NULL AND valid_until > ?",
                    now,
                    person,
                    why,
                    id,
                    now);
            if (ended == 0) {
                throw new RegistryProblem.Conflict("approval", id.toString(), "it is over already").asException();
            }
            news.write(sql, id, new ApprovalNews.Told(caller.actor(), "approval.end", Map.of(), why));
            news.ended(sql, id);
            return ApprovalRows.find(sql, id, now).orElseThrow();
        });
    }
}
