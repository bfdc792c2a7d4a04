package licet.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import licet.web.check.BomReferences;
import licet.web.check.LockFile;
import licet.web.check.Reference;
import licet.web.check.WeightsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** May these models be used? */
@Command(name = "check")
final class CheckCommand implements Callable<Integer>, Asking {
    @Parameters(arity = "0..*", paramLabel = "MODEL")
    private List<String> models = List.of();

    @Option(names = "--file", paramLabel = "WEIGHTS")
    private List<Path> files = List.of();

    @Option(names = "--bom", paramLabel = "BOM")
    private List<Path> boms = List.of();

    @Option(names = "--lock", paramLabel = "LOCK")
    private List<Path> locks = List.of();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var all = new ArrayList<Reference>();
        models.forEach(model -> all.add(reference(model)));
        for (var file : files) {
            all.add(hashed(file));
        }
        boms.forEach(bom -> all.addAll(BomReferences.read(bom)));
        locks.forEach(lock -> all.addAll(LockFile.read(lock)));
        if (models.isEmpty() && files.isEmpty() && boms.isEmpty() && locks.isEmpty()) {
            throw new Complaint(ExitCode.USAGE, "check-nothing");
        }
        return options.run(all).outcome().exitCode();
    }

    /** A folder that is there is meant as such. */
    private static Reference reference(String written) {
        return written.matches("(?s)[./~].*") && Files.isDirectory(Path.of(written))
                ? new Reference(new Reference.Subject.Folder(Path.of(written)), Optional.empty())
                : Reference.named(written);
    }

    private static Reference hashed(Path file) {
        var line = ProgressLine.of(Terminal.system());
        try {
            return WeightsFile.read(
                    file,
                    (done, total) -> line.show(() -> Texts.get(
                            "import-hashing",
                            String.valueOf(file.getFileName()),
                            done / 1_000_000,
                            total / 1_000_000)));
        } finally {
            line.clear();
        }
    }
}
