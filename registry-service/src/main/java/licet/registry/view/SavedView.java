package licet.registry.view;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A list of models under a name of its owner's own.
 *
 * @param parameters of the list, as they stand behind the question mark of its address; empty for the whole list
 * @param problem why the list cannot be shown any more, and what to do: what it asks for can have gone since
 */
public record SavedView(UUID id, String name, String parameters, Instant savedAt, Optional<String> problem) {
    public static final int LONGEST_NAME = 80;
    static final int LONGEST_PARAMETERS = 4_000;
    /** For each person: a list that nobody can survey helps nobody. */
    static final int MOST = 100;
}
