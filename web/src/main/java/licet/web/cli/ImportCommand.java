package licet.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.ingest.local.HashProgress;
import licet.ingest.local.LocalModels;
import licet.ingest.local.LocalRequest;
import licet.ingest.local.ModelListReader;
import licet.registry.imports.FolderImport;
import licet.registry.imports.ListImport;
import licet.registry.platform.audit.Actor;
import licet.registry.watch.Tier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts models on record that lie on this machine, or that a list names. Nothing is asked of the Hub. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private static final Pattern LIST = Pattern.compile(".*\\.(csv|tsv|txt|json)");

    @Parameters(arity = "1..*", paramLabel = "PATH")
    private List<Path> paths = List.of();

    @Option(names = "--as", paramLabel = "OWNER/NAME", converter = RepoIdConverter.class)
    private @Nullable RepoId name;

    @Option(names = "--revision", paramLabel = "COMMIT", converter = RevisionConverter.class)
    private @Nullable Revision revision;

    @Option(names = "--listed")
    private boolean listed;

    @Option(names = "--hub", paramLabel = "recorded|live", converter = HubMode.Converter.class)
    private HubMode hub = HubMode.RECORDED;

    @Mixin
    private DataOption data = new DataOption();

    private final Terminal terminal = Terminal.system();
    private final ImportReport report = new ImportReport(terminal);

    @Override
    public Integer call() throws IOException {
        var lists = paths.stream().filter(ImportCommand::isList).toList();
        var models = listModels();
        if ((name != null || revision != null) && (models.size() != 1 || !lists.isEmpty())) {
            throw new Complaint(ExitCode.USAGE, "import-one");
        }
        try (var bench = Workbench.open(data, hub)) {
            bench.demandKnowledge();
            for (var list : lists) {
                report.add(list, bench.get(ListImport.class).take(read(list), tier(), Actor.HOST));
            }
            for (var model : models) {
                take(bench, model);
            }
        }
        return report.end().map(ExitCode::number).orElse(0);
    }

    private Tier tier() {
        return listed ? Tier.LISTED : Tier.EXAMINED;
    }

    /** A folder or file of weights that is called like a list is none. */
    private static boolean isList(Path path) {
        return LIST.matcher(path.toString().toLowerCase(Locale.ROOT)).matches() && !Files.isDirectory(path);
    }

    private List<Path> listModels() throws IOException {
        var models = new ArrayList<Path>();
        for (var path : paths) {
            var cached = Files.isDirectory(path) ? new LocalModels(HashProgress.NONE).list(path) : List.<Path>of();
            if (!cached.isEmpty()) {
                models.addAll(cached);
            } else if (!isList(path)) {
                models.add(path);
            }
        }
        return models;
    }

    /** A list that is too large is refused by its reader; no more of it needs to be in memory. */
    private static byte[] read(Path list) {
        try (var file = Files.newInputStream(list)) {
            return file.readNBytes(ModelListReader.MAX_BYTES + 1);
        } catch (IOException problem) {
            throw new Complaint(ExitCode.USAGE, "import-unreadable", list);
        }
    }

    private void take(Workbench bench, Path model) {
        var request = new LocalRequest(model, Optional.ofNullable(name), Optional.ofNullable(revision));
        var hashing = new Hashing(ProgressLine.of(terminal), bench);
        var outcome = bench.get(FolderImport.class).take(request, Actor.HOST, hashing);
        hashing.line().clear();
        report.add(model, outcome);
    }

    private record Hashing(ProgressLine line, Workbench bench) implements HashProgress {
        private static final long MEGA = 1_000_000;

        @Override
        public void advanced(String file, long done, long total) {
            line.show(() -> Texts.get("import-hashing", file, done / MEGA, total / MEGA));
        }

        @Override
        public boolean isCancelled() {
            return bench.isStopping();
        }
    }
}
