package licet.registry.stack;

import io.micronaut.http.HttpParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Optional;

/**
 * Which decisions to count.
 *
 * @param from first day on which reviews were closed, in UTC
 * @param stack key; all of them without it
 * @param team key of the team that owns the stacks now
 */
public record RenewalQuery(LocalDate from, LocalDate to, Optional<String> stack, Optional<String> team) {
    private static final int MONTHS_OF_A_QUARTER = 3;

    public RenewalQuery {
        if (to.isBefore(from)) {
            throw NewStack.malformed("to", to.toString(), "give a day that is not before " + from);
        }
    }

    /** Without days, the quarter of today and the four before it. */
    public static RenewalQuery of(HttpParameters given, Clock clock) {
        var today = LocalDate.now(clock);
        var quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return new RenewalQuery(
                day(given, "from").orElse(quarter.minusMonths(4L * MONTHS_OF_A_QUARTER)),
                day(given, "to").orElse(today),
                word(given, "stack"),
                word(given, "team"));
    }

    private static Optional<LocalDate> day(HttpParameters given, String name) {
        return word(given, name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw NewStack.malformed(name, text, "write a day such as 2026-04-29");
            }
        });
    }

    private static Optional<String> word(HttpParameters given, String name) {
        return given.getFirst(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
