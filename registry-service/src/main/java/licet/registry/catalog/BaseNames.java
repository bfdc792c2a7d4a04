package licet.registry.catalog;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names of declared bases in the one column that a search for a part of a text looks at. */
final class BaseNames {
    /** Merges name dozens; a hostile card must not fill the index. */
    private static final int MOST_LETTERS = 1_000;

    private BaseNames() {}

    /** Empty where there are none. */
    static @Nullable String column(Stream<String> names) {
        String joined = names.distinct().sorted().collect(Collectors.joining(" "));
        return joined.isEmpty() ? null : joined.substring(0, Math.min(joined.length(), MOST_LETTERS));
    }
}
