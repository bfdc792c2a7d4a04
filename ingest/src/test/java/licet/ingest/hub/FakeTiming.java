package licet.ingest.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Time that passes only by sleeping, and chance that never adds jitter. */
public final class FakeTiming implements InstantSource, Sleeper, RandomGenerator {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final List<Duration> slept = new ArrayList<>();

    public HubTiming timing() {
        return new HubTiming(this, this, this);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        slept.add(duration);
        now = now.plus(duration);
    }

    @Override
    public long nextLong() {
        return 0;
    }

    @Override
    public long nextLong(long bound) {
        return 0;
    }

    public synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }
}
