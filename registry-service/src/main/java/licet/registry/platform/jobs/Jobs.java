package licet.registry.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import licet.registry.platform.Pool;

/**
 * Runs the tasks that features contribute as beans: a {@link RecurringTask} by its own schedule, any other {@link Task}
 * when somebody schedules an instance. Every instance of the product polls; the database decides who gets which.
 */
@Singleton
@Requires(property = "licet.jobs.enabled", notEquals = "false")
final class Jobs implements ApplicationEventListener<ServerStartupEvent> {
    private final Scheduler scheduler;

    Jobs(Pool pool, List<Task<?>> tasks, @Value("${licet.jobs.threads:2}") int threads) {
        var recurring = new ArrayList<RecurringTask<?>>();
        var others = new ArrayList<Task<?>>();
        for (var task : tasks) {
            if (task instanceof RecurringTask<?> repeated) {
                recurring.add(repeated);
            } else {
                others.add(task);
            }
        }
        this.scheduler = Scheduler.create(pool.dataSource(), others)
                .startTasks(recurring)
                .threads(threads)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofSeconds(1))
                // What a dead instance had picked is free again after a minute, not after half an hour.
                .heartbeatInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }
}
