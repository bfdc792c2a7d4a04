package licet.ingest.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * The license fields of one source, as written there.
 *
 * @param ids the values of {@code license}, usually one
 */
public record DeclaredLicense(List<String> ids, Optional<String> name, Optional<String> link) {
    public DeclaredLicense {
        ids = List.copyOf(ids);
    }

    public boolean isEmpty() {
        return ids.isEmpty() && name.isEmpty() && link.isEmpty();
    }
}
