package licet.registry.approval;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class ApprovalTasks {
    /** The gate needs no watch to stop; people learn by it why, and a grace begins with it. */
    @Singleton
    Task<?> watchApprovals(StalenessWatch watch) {
        return Tasks.recurring("watch-approvals", FixedDelay.ofSeconds(5)).execute((_, _) -> watch.checkIfMoved());
    }

    @Singleton
    Task<?> keepDeadlines(Deadlines deadlines) {
        return Tasks.recurring("keep-deadlines", FixedDelay.ofMinutes(1)).execute((_, _) -> deadlines.keep());
    }
}
