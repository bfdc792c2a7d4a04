package licet.registry.clearing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class ClearingTasks {
    /** Copies that are too many for one transaction follow soon. */
    @Singleton
    Task<?> followClearings(Following following) {
        return Tasks.recurring("follow-clearings", FixedDelay.ofSeconds(10)).execute((_, _) -> {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = following.goOn() > 0;
            }
        });
    }

    /** Nothing to do but once, after an update. */
    @Singleton
    Task<?> noteQuestions(Following following) {
        return Tasks.recurring("note-questions", FixedDelay.ofHours(1)).execute((_, _) -> {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = following.noteOlder();
            }
        });
    }
}
