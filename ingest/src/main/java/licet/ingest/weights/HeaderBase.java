package licet.ingest.weights;

import java.util.Optional;

/** A model that a header names as the base of its own. */
public record HeaderBase(Optional<String> name, Optional<String> organization, Optional<String> address) {}
