package licet.registry.policy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import licet.registry.identity.LeaverWork;
import licet.registry.platform.Statements;
import licet.registry.platform.audit.AuditLog;

/** Nobody can answer for the draft of somebody who left: it is withdrawn, and its text can be proposed anew. */
@Singleton
final class DraftsOfLeaver implements LeaverWork {
    private static final String WITHDRAW = """
            UPDATE policy_version SET state = 'withdrawn' WHERE proposed_by = ? AND state = 'draft'
            RETURNING key, version, digest
            """;

    private final AuditLog audit;
    private final PolicyTable table;

    DraftsOfLeaver(AuditLog audit, PolicyTable table) {
        this.audit = audit;
        this.table = table;
    }

    @Override
    public List<String> needing(Statements sql, UUID leaver) {
        return List.of();
    }

    @Override
    public void handOver(Statements sql, Leaving leaving) {
        table.lock(sql);
        sql.list(
                        WITHDRAW,
                        row -> PolicyDesk.withdrawal(
                                        leaving.by(),
                                        row.getString("key"),
                                        row.getInt("version"),
                                        row.getString("digest"))
                                .because("its author left"),
                        leaving.leaver())
                .forEach(audit::append);
    }
}
