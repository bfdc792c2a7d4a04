package licet.registry.upstream;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

@Factory
final class UpstreamTasks {
    @Singleton
    Task<?> tellDrift(Provider<DriftNews> news) {
        return Tasks.recurring("tell-drift", FixedDelay.ofSeconds(10))
                .execute((_, _) -> news.get().tell());
    }

    @Singleton
    Task<?> tellAnswers(Provider<AnswerNews> news) {
        return Tasks.recurring("tell-answers", FixedDelay.ofSeconds(30))
                .execute((_, _) -> news.get().lookIfMoved());
    }

    @Singleton
    Task<?> tellWatches(Provider<WatchNews> news) {
        return Tasks.recurring("tell-watches", FixedDelay.ofMinutes(1))
                .execute((_, _) -> news.get().look());
    }
}
