package licet.rules.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import licet.rules.Check;

/**
 * Parameters as the publisher states them, rounded as there.
 *
 * @param total count of parameters
 * @param active those that work on each token; empty where all do
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Size(long total, Optional<Long> active) {
    private static final Pattern WRITTEN = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?[MBT]");

    public Size {
        Check.that(total > 0, "a model has parameters");
        Check.that(
                active.map(count -> count > 0 && count < total).orElse(true), "fewer parameters are active than all");
    }

    /** Reads {@code 12.9B}: millions, billions or trillions (10^6, 10^9, 10^12). */
    public static long parse(String written) {
        Check.matches(written, WRITTEN, "a count of parameters");
        int zeros = switch (written.charAt(written.length() - 1)) {
            case 'M' -> 6;
            case 'B' -> 9;
            default -> 12;
        };
        return new BigDecimal(written.substring(0, written.length() - 1))
                .movePointRight(zeros)
                .longValueExact();
    }
}
