package licet.web.cli;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import licet.registry.platform.audit.AuditChain;
import licet.registry.platform.audit.AuditVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The hash chain of the audit log, checked from outside the server. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Complaint(ExitCode.USAGE, "audit-usage");
    }

    @Command
    int verify(@Mixin DataOption data) throws SQLException {
        try (var database = DatabaseSource.ofEnvironment().join(data.folder());
                var connection = database.databases().app().connect()) {
            return report(AuditChain.verify(connection));
        }
    }

    private static int report(AuditVerification verification) {
        return switch (verification) {
            case AuditVerification.Intact intact -> {
                Terminal.system()
                        .say("audit-intact", Long.toString(intact.head().seq()));
                yield 0;
            }
            case AuditVerification.Altered altered -> broken("audit-altered", altered.seq());
            case AuditVerification.Missing missing -> broken("audit-missing", missing.from(), missing.to());
            case AuditVerification.EndDiffers end ->
                broken("audit-end", end.reached().seq(), end.expected().seq());
        };
    }

    /** Numbers of entries are names: no thousands separators. */
    private static int broken(String key, long... entries) {
        throw new Complaint(
                ExitCode.AUDIT_BROKEN,
                key,
                LongStream.of(entries).mapToObj(Long::toString).toArray());
    }
}
