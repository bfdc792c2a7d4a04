package licet.web.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import licet.registry.sync.Progress;
import licet.registry.sync.SyncRun;
import licet.registry.watch.Watch;

/** Runs in one line each. */
final class SyncTexts {
    private static final double MEGA = 1e6;

    private SyncTexts() {}

    /** How far an open run is, what it cost, what it may still spend and how long it will take. */
    static String progress(Watch watch, Progress.Now now) {
        var run = now.run();
        var counts = run.counts();
        var models = switch (run.phase()) {
            case LISTING -> Texts.get("sync-listing", counts.listed());
            case EXAMINING -> Texts.get("sync-examining", counts.examined() + counts.notRead(), counts.wanted());
        };
        var state = run.state() == SyncRun.State.PAUSED ? Texts.get("sync-paused") : "";
        var left = now.budgets().stream()
                .map(budget -> Texts.get("sync-budget", budget.quota(), budget.remaining()))
                .collect(Collectors.joining());
        var toGo = now.toGo().map(time -> Texts.get("sync-to-go", clock(time))).orElse("");
        return Texts.get("sync-progress", watch.label(), models, counts.requests(), megabytes(counts.bytes()))
                + state
                + left
                + toGo;
    }

    /** What a run came to. */
    static String result(SyncRun run) {
        var counts = run.counts();
        return Texts.get(
                "sync-result",
                run.state().word(),
                counts.listed(),
                counts.newModels(),
                counts.changed(),
                counts.missing(),
                counts.examined(),
                counts.notRead(),
                counts.requests(),
                megabytes(counts.bytes()));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / MEGA);
    }

    /** Hours, minutes, seconds. */
    private static String clock(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
