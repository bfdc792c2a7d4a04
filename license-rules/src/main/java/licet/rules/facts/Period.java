package licet.rules.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.regex.Pattern;
import licet.rules.Check;

/**
 * The time that a figure covers: one month {@code 2024-11}, or first and last month of a longer one
 * {@code 2025-01/2025-12}. {@code highest-12-months} is the highest value of any twelve consecutive months so far.
 * {@code latest} stands in questions that ask for a current figure.
 */
public record Period(@JsonValue String value) {
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-(0[1-9]|1[0-2])(/\\d{4}-(0[1-9]|1[0-2]))?|latest|highest-12-months");
    public static final Period LATEST = new Period("latest");

    @JsonCreator
    public Period {
        Check.matches(value, FORM, "period");
    }

    public static final Period HIGHEST_TWELVE_MONTHS = new Period("highest-12-months");

    public static Period of(YearMonth month) {
        return new Period(month.toString());
    }

    /** From the first to the last of whole months, both included. */
    public static Period of(YearMonth first, YearMonth last) {
        return new Period(first + "/" + last);
    }

    /** The twelve months that end with this one. */
    public static Period twelveMonthsTo(YearMonth last) {
        return of(last.minusMonths(11), last);
    }

    public boolean isTwelveMonths() {
        int slash = value.indexOf('/');
        return slash > 0
                && twelveMonthsTo(YearMonth.parse(value.substring(slash + 1))).equals(this);
    }

    @Override
    public String toString() {
        return value;
    }
}
