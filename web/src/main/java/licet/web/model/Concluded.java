package licet.web.model;

import java.util.List;
import java.util.Optional;

/**
 * What Licet concludes for one artifact.
 *
 * @param state identified, conflicting, unrecognized, absent or unread
 * @param titles licenses that may govern
 * @param basis which evidence decided, for an identified license
 */
public record Concluded(
        String artifact, String state, List<String> titles, Optional<String> basis, Optional<NearMissShown> nearMiss) {
    public Concluded {
        titles = List.copyOf(titles);
    }

    /** @param percent of the text that is equal */
    public record NearMissShown(String title, int percent, List<String> added, List<String> missingSections) {
        public NearMissShown {
            added = List.copyOf(added);
            missingSections = List.copyOf(missingSections);
        }
    }
}
