package licet.registry.host;

import io.micronaut.core.order.Ordered;

/**
 * Work of each start: a bean that runs after the migrations and before the server answers, in the order of
 * {@link #getOrder()}. A task that fails is reported in one line and does not stop the start.
 */
public interface StartupTask extends Ordered {
    void run(Startup startup);
}
