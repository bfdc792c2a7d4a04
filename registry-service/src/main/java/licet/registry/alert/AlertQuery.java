package licet.registry.alert;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Which alerts of a person to list, the newest at the top.
 *
 * @param unread only those that the person did not read
 * @param after id of the last one of the page before
 * @param limit 1 to {@value #MOST}
 * @param least only those that matter at least so much
 * @param kind only those of this kind
 */
public record AlertQuery(
        boolean unread, Optional<UUID> after, int limit, Optional<Severity> least, Optional<AlertKind> kind) {
    public static final int MOST = 200;

    public AlertQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit: " + limit);
        }
    }

    /** Of all kinds. */
    public AlertQuery(boolean unread, Optional<UUID> after, int limit) {
        this(unread, after, limit, Optional.empty(), Optional.empty());
    }

    /** Words of the kinds asked for: how much a kind matters is part of it, and not stored. */
    String[] kinds() {
        return Arrays.stream(AlertKind.values())
                .filter(each -> kind.map(each::equals).orElse(true))
                .filter(each ->
                        least.map(most -> each.severity().compareTo(most) >= 0).orElse(true))
                .map(AlertKind::word)
                .toArray(String[]::new);
    }
}
