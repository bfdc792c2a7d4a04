package licet.registry.alert;

import java.util.Optional;
import java.util.UUID;

/**
 * Which alerts of a person to list, the newest at the top.
 *
 * @param unread only those that the person did not read
 * @param after id of the last one of the page before
 * @param limit 1 to {@value #MOST}
 */
public record AlertQuery(boolean unread, Optional<UUID> after, int limit) {
    public static final int MOST = 200;

    public AlertQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit: " + limit);
        }
    }
}
