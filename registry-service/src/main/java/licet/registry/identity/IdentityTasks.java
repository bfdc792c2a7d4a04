package licet.registry.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class IdentityTasks {
    /** What ended no longer lets anybody in; this only keeps the tables small. */
    @Singleton
    Task<?> deleteEndedSessions(Sessions sessions, SignInFailures failures) {
        return Tasks.recurring("delete-ended-sessions", FixedDelay.ofHours(1)).execute((_, _) -> {
            sessions.deleteExpired();
            failures.deleteEnded();
        });
    }
}
