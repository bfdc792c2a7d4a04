package licet.registry.platform.audit;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Lets the watch look at the head row twice a second. It begins when every bean can be made: a schedule of the
 * framework's own can run before that, and then it fails.
 */
@Singleton
final class HeadPolling implements ApplicationEventListener<StartupEvent> {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final HeadWatch watch;
    private final TaskScheduler scheduler;

    HeadPolling(HeadWatch watch, @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
        this.watch = watch;
        this.scheduler = scheduler;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        scheduler.scheduleWithFixedDelay(Duration.ZERO, PAUSE, watch::pollAndReport);
    }
}
