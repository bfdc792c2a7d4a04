package licet.ingest.hub;

import java.time.Duration;

/** How long and how much the client is willing to wait and to read. */
public record HubLimits(Duration attempt, Duration deadline, int retries, long jsonBytes, long textBytes) {
    public static final HubLimits DEFAULT =
            new HubLimits(Duration.ofSeconds(20), Duration.ofMinutes(6), 5, 64L << 20, 1L << 20);

    public HubLimits {
        if (attempt.isNegative() || attempt.isZero() || deadline.compareTo(attempt) < 0) {
            throw new IllegalArgumentException("the deadline must be at least one attempt long, and that above zero");
        }
        if (retries < 0 || jsonBytes < 1 || textBytes < 1) {
            throw new IllegalArgumentException("retries and byte caps must not be negative");
        }
    }
}
