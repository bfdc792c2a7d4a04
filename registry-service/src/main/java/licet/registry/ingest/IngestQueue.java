package licet.registry.ingest;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import licet.ingest.hub.RepoId;
import licet.ingest.hub.Revision;
import licet.registry.platform.Database;
import licet.registry.platform.Pool;

/** Models that somebody asked about and that are not on record: read soon, once, by whichever instance is free. */
@Singleton
public class IngestQueue {
    private static final String TASK = "ingest-model";
    private static final String CAUSE = "#";

    private final SchedulerClient scheduler;
    private final Database database;
    private final Clock clock;

    IngestQueue(Pool pool, Database database, Clock clock) {
        this.database = database;
        this.scheduler = SchedulerClient.Builder.create(pool.dataSource()).build();
        this.clock = clock;
    }

    /** Asking twice for the same revision queues it once. */
    public void add(RepoId model, Revision revision) {
        String instance = model.value() + "@" + revision.value();
        scheduler.scheduleIfNotExists(task(instance), clock.instant());
    }

    /** Whether somebody asked for it, and it was not read since. */
    public boolean holds(RepoId model, Revision revision) {
        return scheduler
                .getScheduledExecution(TaskInstanceId.of(TASK, model.value() + "@" + revision.value()))
                .isPresent();
    }

    /** How many models wait to be read, at most so many. */
    public long count(int most) {
        return database.read(sql -> sql.get(
                "SELECT count(*) AS n FROM (SELECT 1 FROM scheduled_tasks WHERE task_name = ? LIMIT ?) waiting",
                row -> row.getLong("n"),
                TASK,
                most));
    }

    /**
     * The model as it is now, because of something that happened to it.
     *
     * @param cause hearing of the same twice queues it once, while another one queues it again: the reading under way may
     *     have begun before it
     */
    public void addNewest(RepoId model, String cause) {
        String instance = model.value() + "@" + Revision.MAIN.value() + CAUSE + cause;
        scheduler.scheduleIfNotExists(task(instance), clock.instant());
    }

    private static com.github.kagkarlsson.scheduler.task.TaskInstance<Void> task(String instance) {
        return new com.github.kagkarlsson.scheduler.task.TaskInstance<>(TASK, instance);
    }

    @Factory
    static final class QueuedReading {
        @Singleton
        Task<?> ingestModel(Provider<Ingest> ingest) {
            OneTimeTask<Void> task = Tasks.oneTime(TASK).execute((instance, _) -> {
                String[] wanted = instance.getId().split(CAUSE, 2)[0].split("@", 2);
                ingest.get().run(RepoId.parse(wanted[0]), Revision.parse(wanted[1]));
            });
            return task;
        }
    }
}
