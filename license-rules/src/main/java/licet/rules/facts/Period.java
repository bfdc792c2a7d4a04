package licet.rules.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.regex.Pattern;
import licet.rules.Check;

/**
 * The time that a figure covers: one month {@code 2024-11}, or first and last month of a longer one
 * {@code 2025-01/2025-12}. {@code latest} stands in questions that ask for a current figure.
 */
public record Period(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])(/\\d{4}-(0[1-9]|1[0-2]))?|latest");
    public static final Period LATEST = new Period("latest");

    @JsonCreator
    public Period {
        Check.matches(value, FORM, "period");
    }

    public static Period of(YearMonth month) {
        return new Period(month.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
