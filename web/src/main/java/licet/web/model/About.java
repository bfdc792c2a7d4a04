package licet.web.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import licet.registry.catalog.Recorded;

/**
 * What is on record besides the license.
 *
 * @param scan clean, flagged or unknown
 * @param waiting whether somebody asked to read it and it was not read since
 * @param mayRead whether the reader may ask for that
 * @param formerly names that it had
 */
public record About(Recorded recorded, String scan, boolean waiting, boolean mayRead, List<String> formerly) {
    public About {
        formerly = List.copyOf(formerly);
    }

    public Optional<Instant> lastRead() {
        return recorded.lastRead();
    }
}
