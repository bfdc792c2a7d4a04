package licet.registry.waiver;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class WaiverTasks {
    /** The gate needs no task to stop; people learn by it that something ended or will. */
    @Singleton
    Task<?> keepWaivers(WaiverKeeping keeping) {
        return Tasks.recurring("keep-waivers", FixedDelay.ofSeconds(10)).execute((_, _) -> keeping.keep());
    }
}
