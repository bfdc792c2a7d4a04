package licet.registry.calendar;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class CalendarTasks {
    @Singleton
    Task<?> gatherCalendar(CalendarBook book) {
        return Tasks.recurring("gather-calendar", FixedDelay.ofSeconds(20)).execute((_, _) -> book.refreshWhereMoved());
    }
}
