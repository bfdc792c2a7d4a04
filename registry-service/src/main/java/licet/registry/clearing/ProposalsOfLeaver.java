package licet.registry.clearing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import licet.registry.identity.LeaverWork;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.Actor;
import licet.registry.platform.audit.AuditLog;

/**
 * Nobody can answer for what somebody proposed who left: it is withdrawn, and the case is open for the next one. What was
 * confirmed stays in force, since another person stands for it too.
 */
@Singleton
final class ProposalsOfLeaver implements LeaverWork {
    private static final String WHY = "its author left";

    private final ClearingTable table;
    private final AuditLog audit;
    private final Clock clock;

    ProposalsOfLeaver(ClearingTable table, AuditLog audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<String> needing(Statements sql, UUID leaver) {
        return List.of();
    }

    @Override
    public void handOver(Statements sql, Leaving leaving) {
        var by = ender(sql, leaving);
        for (var id : table.lockProposedBy(sql, leaving.leaver())) {
            table.end(sql, new ClearingTable.Step(id, by, clock.instant(), WHY), Clearing.State.WITHDRAWN);
            var ended = table.find(sql, id).orElseThrow();
            audit.append(ClearingAudit.withdrawn(leaving.by(), ended, table.listKeys(sql, id), WHY));
        }
    }

    /** A step is always somebody's: of whoever lets the other one leave, or else of the one who leaves. */
    private static UUID ender(Statements sql, Leaving leaving) {
        return switch (leaving.by()) {
            case Actor.Person(var id) -> id;
            case Actor.Token(var id) ->
                sql.find(
                                "SELECT owner_id FROM api_token WHERE id = ? AND owner_id IS NOT NULL",
                                row -> row.getObject("owner_id", UUID.class),
                                id)
                        .orElse(leaving.leaver());
            case Actor.Host _, Actor.Product _ -> leaving.leaver();
        };
    }
}
