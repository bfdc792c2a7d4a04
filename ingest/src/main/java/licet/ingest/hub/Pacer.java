package licet.ingest.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Shares one quota between all callers of a client. While plenty is left nobody waits; in the last tenth requests are
 * spread over what remains of the window; an empty window is waited out.
 */
final class Pacer {
    private final Map<String, Window> windows = new HashMap<>();

    /** How long the next request against this quota has to wait. Each call takes one request off the remainder. */
    synchronized Duration reserve(String quota, Instant now) {
        Window window = windows.get(quota);
        if (window == null || !now.isBefore(window.resetAt)) {
            windows.remove(quota);
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, window.resetAt);
        if (window.remaining <= 0) {
            return left.plusSeconds(1);
        }
        Duration wait = window.scarce() ? left.dividedBy(window.remaining + 1) : Duration.ZERO;
        window.remaining--;
        return wait;
    }

    synchronized void learn(RateLimit limit, Instant now) {
        Window known = windows.get(limit.quota());
        Instant resetAt = now.plusSeconds(limit.resetSeconds());
        long most = known == null || !now.isBefore(known.resetAt) ? limit.remaining() : known.most;
        windows.put(limit.quota(), new Window(limit.remaining(), Math.max(most, limit.remaining()), resetAt));
    }

    private static final class Window {
        private long remaining;
        private final long most;
        private final Instant resetAt;

        Window(long remaining, long most, Instant resetAt) {
            this.remaining = remaining;
            this.most = most;
            this.resetAt = resetAt;
        }

        boolean scarce() {
            return remaining * 10 < most;
        }
    }
}
