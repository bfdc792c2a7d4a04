package licet.registry.alert;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A wish to be told. */
public record Subscription(UUID id, Subscriber subscriber, Wish wish, Instant createdAt) {
    /**
     * What of.
     *
     * @param about in lower case: a model, a namespace, a family, a deployment or the key of a team; empty for
     *     everything that is watched
     * @param least only what matters at least so much
     * @param kinds all of them where none is named
     */
    public record Wish(SubscriptionScope scope, String about, Severity least, Set<AlertKind> kinds, Digest digest) {
        public Wish {
            kinds = Set.copyOf(kinds);
            if ((scope == SubscriptionScope.WATCHED) != about.isEmpty()) {
                throw new IllegalArgumentException("about: " + about);
            }
        }

        boolean wants(AlertKind kind) {
            return kind.severity().compareTo(least) >= 0 && (kinds.isEmpty() || kinds.contains(kind));
        }
    }
}
