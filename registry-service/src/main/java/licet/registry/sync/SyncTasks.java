package licet.registry.sync;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Work of runs as jobs. What an instance leaves behind when it dies is picked up by the others. */
@Factory
final class SyncTasks {
    /** A long listing gives its thread back now and then, so that other jobs are not kept waiting for half an hour. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private final Clock clock;

    SyncTasks(Clock clock) {
        this.clock = clock;
    }

    @Singleton
    Task<?> startDueRuns(Provider<SyncRuns> runs) {
        return Tasks.recurring("sync-due", FixedDelay.ofMinutes(1))
                .execute((_, _) -> runs.get().startDue());
    }

    @Singleton
    Task<?> listPages(Provider<RunDriver> driver, RunQueue queue) {
        return Tasks.custom(RunQueue.RUN, Void.class).execute((instance, _) -> {
            long run = Long.parseLong(instance.getId());
            return repeat(() -> then(driver.get().list(run), driver.get(), run), () -> share(driver.get(), queue, run));
        });
    }

    @Singleton
    Task<?> readChunk(Provider<RunDriver> driver, RunQueue queue) {
        return Tasks.custom(RunQueue.CHUNK, Void.class).execute((instance, _) -> {
            String[] id = instance.getId().split("/", 2);
            long run = Long.parseLong(id[0]);
            int chunk = Integer.parseInt(id[1]);
            return repeat(
                    () -> then(driver.get().examine(run, chunk), driver.get(), run),
                    () -> share(driver.get(), queue, run));
        });
    }

    /** Whichever job finds nothing more to read looks into the past of the bases, and then ends the run. */
    private static Step then(Step step, RunDriver driver, long run) {
        return step instanceof Step.Over ? driver.lookBack(run) : step;
    }

    /** Bases that were found while a chunk was read make new chunks; after the last one the run ends. */
    private static void share(RunDriver driver, RunQueue queue, long run) {
        driver.listChunks(run).forEach(chunk -> queue.addChunk(run, chunk));
        driver.closeIfComplete(run);
    }

    private CompletionHandler<Void> repeat(Supplier<Step> steps, Runnable atEnd) {
        Instant end = clock.instant().plus(TURN);
        while (clock.instant().isBefore(end)) {
            switch (steps.get()) {
                case Step.Went() -> {}
                case Step.Later(var pause) -> {
                    return after(pause);
                }
                case Step.Over() -> {
                    atEnd.run();
                    return (complete, operations) -> operations.remove();
                }
            }
        }
        return after(Duration.ZERO);
    }

    private static CompletionHandler<Void> after(Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, complete.getTimeDone().plus(pause));
    }
}
