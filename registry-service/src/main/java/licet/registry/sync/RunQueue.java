package licet.registry.sync;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import licet.registry.platform.Pool;

/** Hands work to whichever instance is free. Adding what is queued already changes nothing. */
@Singleton
final class RunQueue {
    static final String RUN = "sync-run";
    static final String CHUNK = "sync-chunk";

    private final SchedulerClient scheduler;
    private final Clock clock;

    RunQueue(Pool pool, Clock clock) {
        this.scheduler = SchedulerClient.Builder.create(pool.dataSource()).build();
        this.clock = clock;
    }

    void add(long run) {
        scheduler.scheduleIfNotExists(new TaskInstance<>(RUN, Long.toString(run)), clock.instant());
    }

    void addChunk(long run, int chunk) {
        scheduler.scheduleIfNotExists(new TaskInstance<>(CHUNK, run + "/" + chunk), clock.instant());
    }
}
