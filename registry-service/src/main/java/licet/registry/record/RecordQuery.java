package licet.registry.record;

import java.util.Optional;

/** What a list of records is narrowed by. @param model owner/name, in any case of letters */
public record RecordQuery(Optional<String> model, Optional<String> deployment) {
    public static final RecordQuery EVERYTHING = new RecordQuery(Optional.empty(), Optional.empty());
}
