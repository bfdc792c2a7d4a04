package licet.rules.release;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;

/**
 * When weights were published, as exactly as it is known: a month stays a month.
 *
 * @param text {@code 2026-04-29}, or {@code 2026-04} where only the month is known
 */
public record ReleaseDate(@JsonValue String text) {
    private static final int MONTH_LENGTH = "2026-04".length();

    public ReleaseDate {
        parse(text);
    }

    /** The first day on which it can have been: lists sort by it. */
    public LocalDate first() {
        return parse(text);
    }

    /** Whether the day is known. */
    public boolean isDay() {
        return text.length() > MONTH_LENGTH;
    }

    private static LocalDate parse(String text) {
        try {
            return text.length() > MONTH_LENGTH
                    ? LocalDate.parse(text)
                    : YearMonth.parse(text).atDay(1);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a release date is written 2026-04-29 or 2026-04, not " + text, e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
