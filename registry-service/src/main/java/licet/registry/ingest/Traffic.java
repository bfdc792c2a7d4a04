package licet.registry.ingest;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import licet.ingest.hub.HubListener;
import licet.registry.platform.metric.Metrics;

/** Counts what is asked of the Hub: in all for the metrics, and for the work at hand. */
@Singleton
public final class Traffic implements HubListener {
    private static final ScopedValue<Tally> AT_HAND = ScopedValue.newInstance();

    private final Metrics metrics;

    Traffic(Metrics metrics) {
        this.metrics = metrics;
    }

    /** What one piece of work cost, on however many threads. */
    public static final class Tally {
        private final LongAdder requests = new LongAdder();
        private final LongAdder retries = new LongAdder();
        private final LongAdder bytes = new LongAdder();

        public long requests() {
            return requests.sum();
        }

        public long retries() {
            return retries.sum();
        }

        /** Of bodies, uncompressed. */
        public long bytes() {
            return bytes.sum();
        }
    }

    /** Counts what this thread asks during the work. Threads that it starts bind the same tally themselves. */
    public <T> T count(Tally tally, Supplier<T> work) {
        return ScopedValue.where(AT_HAND, tally).call(work::get);
    }

    @Override
    public void answered(int status, long bytes) {
        metrics.count("licet_hub_requests", "status", status / 100 + "xx", 1);
        metrics.count("licet_hub_bytes", "part", "body", bytes);
        if (AT_HAND.isBound()) {
            AT_HAND.get().requests.increment();
            AT_HAND.get().bytes.add(bytes);
        }
    }

    @Override
    public void retried(String quota) {
        metrics.count("licet_hub_retries", "quota", quota, 1);
        if (AT_HAND.isBound()) {
            AT_HAND.get().retries.increment();
        }
    }
}
