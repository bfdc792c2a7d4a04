package licet.registry.instrument;

import java.time.Instant;
import java.util.Optional;

/**
 * Which papers to list, those that end first at the top.
 *
 * @param after id of the last one of the page before
 * @param limit 1 to {@value #MOST}
 */
public record PaperQuery(
        Optional<PaperKind> kind,
        Optional<PaperState> state,
        Optional<Instant> endsBefore,
        Optional<Long> after,
        int limit) {
    public static final int MOST = 200;

    public static final PaperQuery ALL =
            new PaperQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), MOST);
}
