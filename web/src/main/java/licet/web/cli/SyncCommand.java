package licet.web.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import licet.registry.sync.Progress;
import licet.registry.sync.SyncRun;
import licet.registry.sync.SyncRuns;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings what is watched up to date, alone or beside a server, and shows how far it is. */
@Command(name = "sync")
final class SyncCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    @Option(names = "--watch", paramLabel = "NAME-OR-ID")
    private @Nullable String wanted;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--hub", paramLabel = "recorded|live", converter = HubMode.Converter.class)
    private HubMode hub = HubMode.RECORDED;

    @Mixin
    private DataOption data = new DataOption();

    private final Terminal terminal = Terminal.system();

    @Override
    public Integer call() throws IOException {
        if (all && wanted != null) {
            throw new Complaint(ExitCode.USAGE, "sync-both");
        }
        try (var bench = Workbench.open(data, hub)) {
            bench.demandKnowledge();
            var chosen = choose(new WatchChoice(bench.get(Watches.class), bench.get(SyncRuns.class)));
            if (chosen.isEmpty()) {
                terminal.say("sync-nothing-due");
            }
            return follow(bench, chosen);
        }
    }

    private List<Watch> choose(WatchChoice choice) {
        return Optional.ofNullable(wanted)
                .map(word -> List.of(choice.named(word)))
                .orElseGet(() -> all ? choice.all() : choice.due());
    }

    private int follow(Workbench bench, List<Watch> chosen) {
        var follower = new SyncFollower(bench, terminal);
        boolean complete = true;
        for (var watch : chosen) {
            if (bench.isStopping()) {
                return ExitCode.INCOMPLETE.number();
            }
            complete &= follower.follow(watch).state() == SyncRun.State.DONE;
        }
        return complete ? 0 : ExitCode.INCOMPLETE.number();
    }

    /** What is watched, when it was last brought up to date, and how far open runs are. */
    @Command
    int status(
            @Option(names = "--hub", paramLabel = "recorded|live", converter = HubMode.Converter.class) @Nullable HubMode asked,
            @Mixin DataOption folder)
            throws IOException {
        try (var bench = Workbench.open(folder, asked == null ? HubMode.RECORDED : asked)) {
            var watches = bench.get(Watches.class).list();
            watches.forEach(watch -> show(bench, watch));
            if (watches.isEmpty()) {
                terminal.say("sync-no-watches");
            }
            return 0;
        }
    }

    private void show(Workbench bench, Watch watch) {
        var runs = bench.get(SyncRuns.class).list(Optional.of(watch.id()), SHOWN);
        terminal.say("sync-watch", watch.label(), watch.id(), watch.tier().word(), watch.nextAt());
        if (runs.isEmpty()) {
            terminal.say("sync-never");
            return;
        }
        var newest = runs.getFirst();
        if (newest.state().isOpen()) {
            terminal.line(
                    "  " + SyncTexts.progress(watch, bench.get(Progress.class).of(newest.id())));
        }
        runs.stream()
                .filter(run -> !run.state().isOpen())
                .findFirst()
                .ifPresent(run -> terminal.line("  " + SyncTexts.result(run)));
    }
}
