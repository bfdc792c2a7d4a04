package licet.registry.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import licet.registry.platform.ClosedChoice;
import licet.registry.platform.Statements;

/** Reads rows of subscriptions. */
final class SubscriptionRows {
    private SubscriptionRows() {}

    /** @param key how the subscriber is called */
    static Subscription read(ResultSet row, String key) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                new Subscriber(row.getString("subscriber_kind"), row.getString("subscriber_id"), key),
                wish(row),
                Statements.getInstant(row, "created_at"));
    }

    static Subscription.Wish wish(ResultSet row) throws SQLException {
        return new Subscription.Wish(
                ClosedChoice.find(SubscriptionScope.class, row.getString("scope"))
                        .orElseThrow(),
                row.getString("about"),
                ClosedChoice.find(Severity.class, row.getString("least")).orElseThrow(),
                kinds((String[]) row.getArray("kinds").getArray()),
                ClosedChoice.find(Digest.class, row.getString("digest")).orElseThrow());
    }

    /** A kind that only a later version knows is left out. */
    private static Set<AlertKind> kinds(String[] words) {
        return Arrays.stream(words)
                .flatMap(word -> ClosedChoice.find(AlertKind.class, word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
