package licet.registry.policy;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import licet.registry.decision.VerdictTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the answers of lists made anew at once; the job that looks every few seconds would do it a little later. */
@Singleton
class Refill {
    private static final Logger LOG = LoggerFactory.getLogger(Refill.class);

    private final VerdictTable verdicts;
    private final ExecutorService executor;

    Refill(VerdictTable verdicts, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.verdicts = verdicts;
        this.executor = executor;
    }

    void soon() {
        executor.execute(() -> {
            try {
                verdicts.fill();
            } catch (RuntimeException problem) {
                LOG.warn("answers are not made anew at once; the job will do it", problem);
            }
        });
    }
}
