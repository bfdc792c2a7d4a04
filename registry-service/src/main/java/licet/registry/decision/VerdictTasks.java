package licet.registry.decision;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class VerdictTasks {
    /** New profiles, changed facts and answers that the clock has ended are evaluated again soon. */
    @Singleton
    Task<?> fillVerdicts(VerdictTable table) {
        return Tasks.recurring("fill-verdicts", FixedDelay.ofSeconds(5)).execute((_, _) -> table.fill());
    }

    @Singleton
    Task<?> pruneVerdicts(SupersededVerdicts superseded) {
        return Tasks.recurring("prune-verdicts", FixedDelay.ofMinutes(10)).execute((_, _) -> superseded.prune());
    }
}
