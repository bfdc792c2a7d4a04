package licet.ingest.weights;

import java.util.Optional;

/** The license as a header of weights states it: an id or expression, the name of a license without one, its address. */
public record HeaderLicense(Optional<String> id, Optional<String> name, Optional<String> link) {
    public static final HeaderLicense NONE = new HeaderLicense(Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isEmpty() {
        return id.isEmpty() && name.isEmpty() && link.isEmpty();
    }
}
