package licet.rules.spdx;

import java.util.List;
import java.util.stream.Collectors;

/** How the sides of an operator are written. */
final class Written {
    private Written() {}

    /** @param weaker kind of expression that needs parentheses here, because its operator binds less */
    static String joined(List<SpdxExpression> sides, String operator, Class<?> weaker) {
        return sides.stream()
                .map(side -> weaker.isInstance(side) ? "(" + side.written() + ")" : side.written())
                .collect(Collectors.joining(operator));
    }
}
