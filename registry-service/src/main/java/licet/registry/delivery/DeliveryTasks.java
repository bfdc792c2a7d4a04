package licet.registry.delivery;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class DeliveryTasks {
    @Singleton
    Task<?> deliverWebhooks(Dispatcher dispatcher) {
        return Tasks.recurring("deliver-webhooks", FixedDelay.ofSeconds(2)).execute((_, _) -> dispatcher.run());
    }

    @Singleton
    Task<?> pruneWebhooks(Dispatcher dispatcher) {
        return Tasks.recurring("prune-webhooks", FixedDelay.ofHours(6)).execute((_, _) -> dispatcher.prune());
    }
}
