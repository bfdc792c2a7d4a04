package licet.rules.spdx;

/** What reading an expression gives. */
public sealed interface SpdxParse {
    record Valid(SpdxExpression expression) implements SpdxParse {}

    /** @param column where reading stopped, counted from 1 */
    record Invalid(int column, String reason) implements SpdxParse {}
}
