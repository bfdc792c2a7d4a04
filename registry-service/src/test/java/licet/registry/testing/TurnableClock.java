package licet.registry.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** Stands still until a test turns it, or lets it run. */
public final class TurnableClock extends Clock {
    private final AtomicReference<Instant> now;
    private volatile LongSupplier nanos = () -> 0;

    public TurnableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    /** From here on it goes as time does. */
    public void run() {
        long begin = System.nanoTime();
        nanos = () -> System.nanoTime() - begin;
    }

    @Override
    public Instant instant() {
        return now.get().plusNanos(nanos.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
