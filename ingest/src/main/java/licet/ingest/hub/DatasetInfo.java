package licet.ingest.hub;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the Hub says of a dataset, as far as licenses need it.
 *
 * @param sha the head commit
 * @param terms what its card says
 * @param licenseTags identifiers from the tags
 * @param problems what in the answer was not understood
 */
public record DatasetInfo(
        RepoId id,
        Optional<String> objectId,
        Optional<String> sha,
        Optional<Instant> lastModified,
        Gating gated,
        boolean disabled,
        Terms terms,
        List<String> licenseTags,
        List<String> problems) {
    public DatasetInfo {
        licenseTags = List.copyOf(licenseTags);
        problems = List.copyOf(problems);
    }

    /** @param licenses as written; cards of datasets often list several */
    public record Terms(List<String> licenses, Optional<String> name, Optional<String> link) {
        public Terms {
            licenses = List.copyOf(licenses);
        }
    }
}
