package licet.registry.decision;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import licet.registry.platform.audit.HeadMoved;
import licet.registry.platform.audit.HeadWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the answers anew as soon as a fact, a policy or the knowledge has changed, ahead of the job that sweeps. */
@Singleton
@Requires(property = "licet.jobs.enabled", notEquals = "false")
final class PromptVerdicts implements ApplicationEventListener<ServerStartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(PromptVerdicts.class);
    private static final Set<String> INPUTS = Set.of("deployment", "organization", "policy", "knowledge");

    private final VerdictTable table;
    private final HeadWatch watch;
    private final AtomicBoolean wanted = new AtomicBoolean();

    PromptVerdicts(VerdictTable table, HeadWatch watch) {
        this.table = table;
        this.watch = watch;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        watch.subscribe(this::moved);
    }

    /** The look at the head must not wait, and the same change can be told twice: what waits already is enough. */
    private void moved(HeadMoved moved) {
        if (moved.complete() && moved.touches(INPUTS) && wanted.compareAndSet(false, true)) {
            Thread.ofVirtual().name("prompt-verdicts").start(this::fill);
        }
    }

    private void fill() {
        wanted.set(false);
        try {
            table.fill();
        } catch (RuntimeException trouble) {
            // The job that sweeps tries again within seconds.
            LOG.warn("Answers could not be made at once: {}", trouble.getMessage());
        }
    }
}
