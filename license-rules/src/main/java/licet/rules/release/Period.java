package licet.rules.release;

import java.time.LocalDate;

/** Something was on one of these days: as exactly as it is said. */
public record Period(LocalDate first, LocalDate last) {
    private static final String TO = "..";

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a period ends after it begins, not " + first + TO + last);
        }
    }

    /** Reads {@code 2025-04-29}, {@code 2025-04} or two of them: {@code 2025-05..2025-08}. */
    public static Period parse(String text) {
        int dots = text.indexOf(TO);
        if (dots < 0) {
            return of(new ReleaseDate(text));
        }
        return new Period(
                of(new ReleaseDate(text.substring(0, dots))).first(),
                of(new ReleaseDate(text.substring(dots + TO.length()))).last());
    }

    /** The day, or the whole month where no day is known. */
    public static Period of(ReleaseDate date) {
        var first = date.first();
        return new Period(first, date.isDay() ? first : first.plusMonths(1).minusDays(1));
    }

    /** Whether both can be true of one thing. */
    public boolean meets(Period other) {
        return !last.isBefore(other.first) && !other.last.isBefore(first);
    }

    /** As it is written in data. */
    public String text() {
        return first.equals(last) ? first.toString() : first + TO + last;
    }
}
