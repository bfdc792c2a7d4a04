package licet.registry.platform.http;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class RequestTasks {
    /** What is older gives no answer any more; this only keeps the table small. */
    @Singleton
    Task<?> forgetOldAnswers(RepeatedRequests requests) {
        return Tasks.recurring("forget-old-answers", FixedDelay.ofHours(1)).execute((_, _) -> requests.forget());
    }
}
