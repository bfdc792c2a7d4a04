package licet.registry.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Something to be kept current.
 *
 * @param every from one run to the next
 * @param nextAt when the next run is due
 */
public record Watch(UUID id, Target target, Tier tier, Duration every, Instant nextAt, Instant createdAt) {
    /** What it covers, in words: its kind, and what tells it from others of that kind. */
    public String label() {
        return (target.kind() + " " + target.subject() + " " + target.words()).strip();
    }

    /** What may be watched how. */
    public record Wish(Target target, Tier tier, Duration every) {
        public static final Duration DAILY = Duration.ofHours(24);

        public Wish {
            if (every.toHours() < 1 || every.toHours() > 8760) {
                throw new IllegalArgumentException("a watch runs every 1 to 8760 hours");
            }
        }
    }
}
