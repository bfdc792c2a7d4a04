package licet.ingest.hub;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts for {@link HubUsage} and hands everything on. */
final class UsageCounter implements HubListener {
    private final HubListener next;
    private final LongAdder requests = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder waitedMillis = new LongAdder();

    UsageCounter(HubListener next) {
        this.next = next;
    }

    @Override
    public void answered(int status, long bodyBytes) {
        requests.increment();
        bytes.add(bodyBytes);
        next.answered(status, bodyBytes);
    }

    @Override
    public void retried(String quota) {
        retries.increment();
        next.retried(quota);
    }

    @Override
    public void waited(String quota, Duration time) {
        waitedMillis.add(time.toMillis());
        next.waited(quota, time);
    }

    @Override
    public void warned(String topic, String message) {
        next.warned(topic, message);
    }

    HubUsage usage() {
        return new HubUsage(requests.sum(), retries.sum(), bytes.sum(), Duration.ofMillis(waitedMillis.sum()));
    }
}
