package licet.registry.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement and its arguments, grown together. */
final class SqlText {
    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> arguments = new ArrayList<>();

    SqlText add(String more, @Nullable Object... values) {
        text.append(more);
        arguments.addAll(Arrays.asList(values));
        return this;
    }

    String text() {
        return text.toString();
    }

    @Nullable Object[] arguments() {
        return arguments.toArray();
    }
}
