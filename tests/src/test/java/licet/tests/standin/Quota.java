package licet.tests.standin;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One of the Hub's quotas: so many requests in each fixed window. */
public final class Quota {
    private final String name;
    private final Limit limit;
    private final long start = System.nanoTime();
    private long window;
    private long used;

    Quota(String name, Limit limit) {
        this.name = name;
        this.limit = limit;
    }

    /** @param window whole seconds */
    public record Limit(long requests, Duration window) {
        public static final Limit PLENTY = new Limit(10_000_000, Duration.ofMinutes(5));
    }

    /** What is left after a request; negative if there was nothing left. */
    private record State(String name, Limit limit, long left, long seconds) {
        String header() {
            return "\"%s\";r=%d;t=%d".formatted(name, Math.max(0, left), seconds);
        }

        String policy() {
            return "\"fixed window\";\"%s\";q=%d;w=%d"
                    .formatted(name, limit.requests(), limit.window().toSeconds());
        }
    }

    /** False where nothing was left. Every answer says how much is. */
    boolean admit(Sender sender) {
        State state = take();
        sender.header("RateLimit", state.header());
        sender.header("RateLimit-Policy", state.policy());
        return state.left() >= 0;
    }

    /** The rest of the window is refused, as if others with the same token had used it up. */
    synchronized void exhaust() {
        used = Math.max(used, limit.requests());
    }

    private synchronized State take() {
        long nanos = System.nanoTime() - start;
        long now = nanos / limit.window().toNanos();
        if (now > window) {
            window = now;
            used = 0;
        }
        used++;
        long rest = limit.window().toNanos() * (window + 1) - nanos;
        return new State(name, limit, limit.requests() - used, TimeUnit.NANOSECONDS.toSeconds(rest) + 1);
    }
}
