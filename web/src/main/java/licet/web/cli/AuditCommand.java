package licet.web.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import licet.registry.platform.audit.AuditChain;
import licet.registry.platform.audit.AuditVerification;
import licet.registry.platform.audit.HeadFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The hash chain of the audit log, checked from outside the server. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Complaint(ExitCode.USAGE, "audit-usage");
    }

    @Command
    int verify(@Mixin DataOption data, @Option(names = "--heads", paramLabel = "DIR") @Nullable Path heads)
            throws SQLException {
        var files = new HeadFiles(folder(heads, data));
        try (var database = DatabaseSource.ofEnvironment().join(data.folder());
                var connection = database.databases().app().connect()) {
            return report(AuditChain.verify(connection, files.read()));
        }
    }

    /** `--heads DIR`, else LICET_AUDIT_HEADS, else where the server writes them. */
    private static Path folder(@Nullable Path heads, DataOption data) {
        return Optional.ofNullable(heads)
                .or(() ->
                        Optional.ofNullable(System.getenv("LICET_AUDIT_HEADS")).map(Path::of))
                .orElseGet(() -> data.folder().resolve(HeadFiles.FOLDER));
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
            case AuditVerification.Rewritten other ->
                throw new Complaint(
                        ExitCode.AUDIT_BROKEN,
                        "audit-rewritten",
                        Long.toString(other.seq()),
                        other.marked().toString());
            case AuditVerification.MarkUnreadable mark ->
                throw new Complaint(ExitCode.AUDIT_BROKEN, "audit-mark", mark.file(), Long.toString(mark.line()));
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
