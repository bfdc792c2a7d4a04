package licet.web.model;

import java.util.List;
import java.util.Optional;

/**
 * One kind of source and all that it says.
 *
 * @param kind card-tag, license-name, license-link, file or header
 */
public record EvidenceColumn(String kind, List<Said> said) {
    public EvidenceColumn {
        said = List.copyOf(said);
    }

    /**
     * One thing that a source says.
     *
     * @param value in the source's own words
     * @param reading what Licet reads it as
     */
    public record Said(String value, Optional<String> reading, Standing standing, Place place) {}

    /** How a source stands to the conclusion. */
    public enum Standing {
        AGREES,
        CONFLICTS,
        NEAR_MISS,
        UNRECOGNIZED,
        UNREAD,
        INFORMS
    }

    public record Place(
            String file, String revision, Optional<String> sha256, Optional<Integer> line, Optional<String> passage) {}
}
