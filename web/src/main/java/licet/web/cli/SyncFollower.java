package licet.web.cli;

import java.io.Serial;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import licet.registry.platform.audit.Actor;
import licet.registry.sync.Progress;
import licet.registry.sync.SyncRun;
import licet.registry.sync.SyncRuns;
import licet.registry.watch.Watch;

/** Takes a run on and shows how far it is. Ctrl-C leaves the run as it is: a server takes it up, or the next sync. */
final class SyncFollower {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Workbench bench;
    private final Terminal terminal;
    private final SyncRuns runs;
    private final Progress progress;
    private final ProgressLine line;

    SyncFollower(Workbench bench, Terminal terminal) {
        this.bench = bench;
        this.terminal = terminal;
        this.runs = bench.get(SyncRuns.class);
        this.progress = bench.get(Progress.class);
        this.line = ProgressLine.of(terminal);
    }

    /** Thrown between two steps, when nothing is half written. */
    private static final class Left extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }

    /** Returns the run as it ended, or as Ctrl-C left it. */
    SyncRun follow(Watch watch) {
        var run = runs.join(watch.id(), Actor.HOST);
        try {
            run = drive(watch, run);
        } catch (RuntimeException problem) {
            // Ctrl-C waits for the step at hand, but not for ever; what it cut off was rolled back.
            if (!bench.isStopping()) {
                throw problem;
            }
            line.clear();
            terminal.say("sync-left", watch.label());
            return run;
        }
        line.clear();
        terminal.line(watch.label() + ": " + SyncTexts.result(run));
        progress.of(run.id())
                .errors()
                .forEach(error -> terminal.say("sync-error", error.kind(), error.count(), error.lastDetail()));
        return run;
    }

    /** Other hands may have the last of the work: then only looking is left. */
    private SyncRun drive(Watch watch, SyncRun begun) {
        var run = begun;
        while (run.state() == SyncRun.State.RUNNING) {
            run = runs.drive(run.id(), now -> show(watch, now));
            if (run.state() == SyncRun.State.RUNNING) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
                show(watch, run);
            }
        }
        return run;
    }

    private void show(Watch watch, SyncRun run) {
        if (bench.isStopping()) {
            throw new Left();
        }
        line.show(() -> SyncTexts.progress(watch, progress.of(run.id())));
    }
}
