package licet.registry.decision;

import java.util.Optional;
import licet.registry.platform.Cursor;

/** What a list of models is asked for. */
public record ModelQuery(ModelFilter filter, ModelSort sort, Optional<Cursor> cursor, int limit) {
    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;
}
