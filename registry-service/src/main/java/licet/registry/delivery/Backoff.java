package licet.registry.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait after a try that failed: twice as long each time, up to a day, and never all receivers at once. */
public final class Backoff {
    public static final Duration GIVE_UP = Duration.ofDays(3);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;
    private static final double LEAST = 0.8;
    private static final double SPREAD = 0.4;

    private Backoff() {}

    /**
     * @param tries that failed so far, from 1
     * @param asked what the receiver asked for, which is kept up to a day
     */
    public static Duration after(int tries, Optional<Duration> asked, RandomGenerator random) {
        var doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        var own = Duration.ofMillis(
                (long) (shorter(doubled, LONGEST).toMillis() * (LEAST + SPREAD * random.nextDouble())));
        return asked.map(wanted -> shorter(wanted, LONGEST))
                .filter(wanted -> wanted.compareTo(own) > 0)
                .orElse(own);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
