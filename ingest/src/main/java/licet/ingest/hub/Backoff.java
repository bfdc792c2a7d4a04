package licet.ingest.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** When to ask again, and after how long. */
final class Backoff {
    private static final Set<Integer> TRANSIENT = Set.of(408, 429, 500, 502, 503, 504);
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 8_000;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    static boolean isTransient(int status) {
        return TRANSIENT.contains(status);
    }

    /** 1, 2, 4, 8, 8 … seconds, each with up to a quarter more, so that many clients do not return at once. */
    Duration exponential(int attempt) {
        long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 16));
        return Duration.ofMillis(millis + random.nextLong(millis / 4 + 1));
    }

    /** What the server asked for; an emptied quota counts only on 429, where it is the cause. */
    static Optional<Duration> asked(Head reply, Instant now) {
        Optional<Duration> quota = reply.status() == 429
                ? reply.header("RateLimit")
                        .flatMap(RateLimit::find)
                        .filter(RateLimit::exhausted)
                        .map(limit -> Duration.ofSeconds(limit.resetSeconds() + 1))
                : Optional.empty();
        return quota.or(() -> reply.header("Retry-After").flatMap(h -> RetryAfter.find(h, now)));
    }
}
