package licet.web.sync;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import licet.ingest.hub.RateBudget;
import licet.registry.sync.Progress;
import licet.registry.sync.SyncRun;
import licet.registry.sync.SyncRuns;
import licet.registry.watch.Watch;
import licet.registry.watch.Watches;
import licet.web.layout.FormProblem;
import licet.web.layout.Texts;

/** Puts the page of watches and runs together. */
@Singleton
final class SyncPages {
    private static final int SHOWN_RUNS = 20;
    private static final List<String> KINDS = List.of("developer", "collection", "family", "search", "model", "hub");

    private final SyncRuns runs;
    private final Progress progress;
    private final Watches watches;
    private final Texts texts;

    SyncPages(SyncRuns runs, Progress progress, Watches watches, Texts texts) {
        this.runs = runs;
        this.progress = progress;
        this.watches = watches;
        this.texts = texts;
    }

    SyncView of(Optional<String> formToken, WatchForm form, List<FormProblem> problems) {
        var shown = runs.list(Optional.empty(), SHOWN_RUNS).stream()
                .map(run -> progress.of(run.id()))
                .toList();
        return new SyncView(
                shown.stream().map(this::run).toList(),
                shown.stream().findFirst().map(Progress.Now::budgets).orElse(List.of()).stream()
                        .map(SyncPages::budget)
                        .toList(),
                watches.list().stream().map(this::row).toList(),
                formToken,
                KINDS,
                form,
                problems);
    }

    private SyncView.Run run(Progress.Now now) {
        var run = now.run();
        var counts = run.counts();
        return new SyncView.Run(
                run.id(),
                watches.findAny(run.watch()).map(this::what).orElse(run.watch().toString()),
                run.state().word(),
                run.phase().word(),
                run.startedAt(),
                run.endedAt(),
                new SyncView.Counts(
                        counts.listed(),
                        counts.newModels(),
                        counts.changed(),
                        counts.missing(),
                        counts.wanted(),
                        counts.examined(),
                        counts.notRead(),
                        counts.requests(),
                        counts.bytes()),
                percent(run),
                now.toGo().map(this::words),
                now.errors().stream()
                        .map(error -> new SyncView.Trouble(error.kind(), error.count(), error.lastDetail()))
                        .toList());
    }

    /** While it lists, nobody knows how many models there will be. */
    private static OptionalInt percent(SyncRun run) {
        var counts = run.counts();
        return switch (run.state()) {
            case DONE -> OptionalInt.of(100);
            case RUNNING, PAUSED ->
                run.phase() == SyncRun.Phase.EXAMINING && counts.wanted() > 0
                        ? OptionalInt.of((int) (100 * (counts.examined() + counts.notRead()) / counts.wanted()))
                        : OptionalInt.empty();
            case CANCELED, FAILED -> OptionalInt.empty();
        };
    }

    private String words(Duration left) {
        return left.toMinutes() < 1
                ? texts.get("sync.toGo.seconds", left.toSeconds())
                : left.toHours() < 1
                        ? texts.get("sync.toGo.minutes", left.toMinutes())
                        : texts.get("sync.toGo.hours", left.toHours(), left.toMinutesPart());
    }

    private static SyncView.Budget budget(RateBudget budget) {
        String left = budget.limit().isPresent()
                ? budget.remaining() + " / " + budget.limit().getAsLong()
                : Long.toString(budget.remaining());
        return new SyncView.Budget(budget.quota(), left, budget.resetAt());
    }

    private SyncView.WatchRow row(Watch watch) {
        return new SyncView.WatchRow(
                watch.id().toString(),
                what(watch),
                watch.tier().word(),
                watch.every().toHours(),
                watch.nextAt());
    }

    private String what(Watch watch) {
        var target = watch.target();
        return texts.get("sync.what." + target.kind(), target.subject(), target.words());
    }
}
