package licet.registry.stack;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import licet.rules.ShippedStacks;
import licet.rules.stack.SlotRoles;

@Factory
final class StackTasks {
    @Singleton
    Task<?> tellReviews(ReviewWatch watch) {
        return Tasks.recurring("tell-reviews", FixedDelay.ofMinutes(10)).execute((_, _) -> watch.tell());
    }

    @Singleton
    SlotRoles roles() {
        return ShippedStacks.roles();
    }
}
