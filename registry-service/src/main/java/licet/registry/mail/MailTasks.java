package licet.registry.mail;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class MailTasks {
    @Singleton
    Task<?> sendMail(MailGathering gathering, MailDispatcher dispatcher) {
        return Tasks.recurring("send-mail", FixedDelay.ofSeconds(5)).execute((_, _) -> {
            gathering.run();
            dispatcher.run();
        });
    }

    @Singleton
    Task<?> pruneMail(MailDispatcher dispatcher) {
        return Tasks.recurring("prune-mail", FixedDelay.ofHours(6)).execute((_, _) -> dispatcher.prune());
    }
}
