package licet.registry.release;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class ReleaseTasks {
    @Singleton
    Task<?> tellRetirements(RetirementWatch watch) {
        return Tasks.recurring("tell-retirements", FixedDelay.ofMinutes(10)).execute((_, _) -> watch.tell());
    }
}
