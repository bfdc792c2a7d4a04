package licet.ingest.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Shares one quota between all callers of a token. While plenty is left nobody waits; in the last tenth requests are
 * spread over what remains of the window, each in a slot of its own; an empty window is waited out.
 */
final class Pacer {
    /** No window of the Hub is longer than five minutes; what claims to be much longer is not believed. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private static final Duration CLOCK_ROUNDING = Duration.ofSeconds(2);

    private final Map<String, Window> windows = new HashMap<>();
    private final Map<String, Instant> held = new HashMap<>();
    private final Map<String, Long> limits = new HashMap<>();

    /** @param granted false where the wait ends with another question */
    record Turn(Duration pause, boolean granted) {
        static final Turn NOW = new Turn(Duration.ZERO, true);
    }

    /** How long the next request against this quota has to wait. A granted turn takes one request off the remainder. */
    synchronized Turn reserve(String quota, Instant now) {
        Instant until = held.getOrDefault(quota, now);
        if (until.isAfter(now)) {
            return new Turn(Duration.between(now, until), false);
        }
        Window window = windows.get(quota);
        if (window == null || !now.isBefore(window.resetAt)) {
            windows.remove(quota);
            return Turn.NOW;
        }
        return window.remaining <= 0
                ? new Turn(Duration.between(now, window.resetAt).plusSeconds(1), false)
                : new Turn(window.take(now), true);
    }

    /** Nobody asks against this quota for so long. */
    synchronized void hold(String quota, Duration wait, Instant now) {
        held.merge(quota, now.plus(believable(wait)), (a, b) -> a.isAfter(b) ? a : b);
    }

    synchronized void learn(RateLimit limit, Instant now) {
        Instant resetAt = now.plus(believable(Duration.ofSeconds(limit.resetSeconds())));
        Window known = windows.get(limit.quota());
        if (known != null && known.isSame(now, resetAt)) {
            // Within a window the remainder only falls; what is under way is not in the server's number yet.
            known.remaining = Math.min(known.remaining, limit.remaining());
        } else {
            long most = limits.getOrDefault(limit.quota(), limit.remaining());
            windows.put(limit.quota(), new Window(limit.remaining(), most, resetAt));
        }
    }

    synchronized void learnPolicy(String header) {
        RateLimit.findPolicy(header).ifPresent(policy -> limits.put(policy.quota(), policy.limit()));
    }

    synchronized List<RateBudget> budgets(Instant now) {
        return windows.entrySet().stream()
                .filter(e -> now.isBefore(e.getValue().resetAt))
                .map(e -> new RateBudget(
                        e.getKey(), limit(e.getKey()), Math.max(0, e.getValue().remaining), e.getValue().resetAt))
                .toList();
    }

    private static Duration believable(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    private OptionalLong limit(String quota) {
        return limits.containsKey(quota) ? OptionalLong.of(limits.get(quota)) : OptionalLong.empty();
    }

    private static final class Window {
        private long remaining;
        private final long most;
        private final Instant resetAt;
        private Instant lastSlot = Instant.MIN;

        Window(long remaining, long most, Instant resetAt) {
            this.remaining = remaining;
            this.most = Math.max(most, remaining);
            this.resetAt = resetAt;
        }

        /** Windows are told apart by their end, which the Hub gives in whole seconds. */
        boolean isSame(Instant now, Instant otherReset) {
            Duration apart = Duration.between(resetAt, otherReset).abs();
            return now.isBefore(resetAt) && apart.compareTo(CLOCK_ROUNDING) <= 0;
        }

        Duration take(Instant now) {
            if (remaining * 10 >= most) {
                remaining--;
                return Duration.ZERO;
            }
            Instant from = lastSlot.isAfter(now) ? lastSlot : now;
            lastSlot = from.plus(Duration.between(from, resetAt).dividedBy(remaining + 1));
            remaining--;
            return Duration.between(now, lastSlot);
        }
    }
}
