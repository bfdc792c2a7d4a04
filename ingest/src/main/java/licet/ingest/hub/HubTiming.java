package licet.ingest.hub;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The three sources of unrepeatable behavior: the time, waiting, and chance for jitter. */
public record HubTiming(InstantSource clock, Sleeper sleeper, RandomGenerator random) {
    public static HubTiming real(InstantSource clock) {
        return new HubTiming(clock, Sleeper.REAL, RandomGenerator.getDefault());
    }
}
