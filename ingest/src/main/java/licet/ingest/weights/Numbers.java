package licet.ingest.weights;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers that files state about themselves. */
final class Numbers {
    private static final int MAX_LENGTH = 40;

    private Numbers() {}

    /** Empty for zero, for what is no number, and for one that does not fit. */
    static Optional<Long> positive(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text.strip());
            // The exponent is looked at before it is expanded into digits.
            return number.signum() > 0 && (long) number.precision() - number.scale() <= 19
                    ? Optional.of(number.longValueExact())
                    : Optional.empty();
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
