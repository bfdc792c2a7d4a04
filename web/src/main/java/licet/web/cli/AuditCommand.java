package licet.web.cli;

import java.util.concurrent.Callable;
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
    int verify(@Mixin DataOption data) {
        try (var database = DatabaseSource.ofEnvironment().join(data.folder())) {
            var finding =
                    HostTasksLoader.load().verifyAudit(database.databases().app());
            Terminal.system().line(finding.summary());
            return finding.intact() ? 0 : ExitCode.AUDIT_BROKEN.number();
        }
    }
}
