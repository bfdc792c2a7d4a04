package licet.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import licet.web.check.LockFile;
import licet.web.check.RepositoryScan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** May the models be used that this repository names? */
@Command(name = "scan")
final class ScanCommand implements Callable<Integer>, Asking {
    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of(".");

    @Option(names = "--write-lock", paramLabel = "FILE")
    private @Nullable Path lock;

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new Complaint(ExitCode.USAGE, "folder-missing", folder);
        }
        var report = options.run(new RepositoryScan(folder).list());
        if (lock != null) {
            Files.writeString(lock, LockFile.write(report));
        }
        return report.outcome().exitCode();
    }
}
