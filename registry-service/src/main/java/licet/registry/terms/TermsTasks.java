package licet.registry.terms;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

@Factory
final class TermsTasks {
    /** With the recorded Hub nothing leaves the machine. */
    @Singleton
    @Requires(property = "licet.hub", value = "live")
    Task<?> checkLiveTerms(Provider<TermsWatch> watch) {
        return Tasks.recurring("live-terms", FixedDelay.ofHours(24))
                .execute((_, _) -> watch.get().check());
    }
}
