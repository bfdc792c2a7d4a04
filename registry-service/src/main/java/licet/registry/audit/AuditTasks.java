package licet.registry.audit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class AuditTasks {
    /** At the first start and each day from then on. */
    @Singleton
    Task<?> writeAuditHead(AuditCheck check) {
        return Tasks.recurring("write-audit-head", FixedDelay.ofHours(24)).execute((_, _) -> check.mark());
    }
}
