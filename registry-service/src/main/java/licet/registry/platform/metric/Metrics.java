package licet.registry.platform.metric;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Singleton;

/** Counters of this instance since it started. */
@Singleton
public final class Metrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /**
     * Adds to a counter.
     *
     * @param tag a name whose values are few and chosen by us: each makes a series of its own
     */
    public void count(String name, String tag, String value, double amount) {
        registry.counter(name, tag, value).increment(amount);
    }

    /** In the text format of Prometheus. */
    String text() {
        return registry.scrape();
    }
}
