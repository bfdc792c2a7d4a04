package licet.rules.policy;

import java.time.LocalDate;
import licet.rules.Check;

/**
 * A date as conditions see it: it can be compared with the day of the evaluation and with nothing else, and each
 * comparison leaves the day on which it comes out differently.
 */
record DatedFact(LocalDate date, LocalDate day, Flips flips) {
    static final long MOST_DAYS = 36_500;

    /** True from the day on that follows the last of so many days after the date. */
    boolean olderThan(long days) {
        Check.that(days >= 0 && days <= MOST_DAYS, "days must be from 0 to " + MOST_DAYS + ", but are " + days);
        var first = date.plusDays(days + 1);
        boolean older = !day.isBefore(first);
        if (!older) {
            flips.add(first);
        }
        return older;
    }
}
