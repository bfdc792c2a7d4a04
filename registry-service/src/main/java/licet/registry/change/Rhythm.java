package licet.registry.change;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import licet.registry.platform.ClosedChoice;

/** How often somebody has to say that a fact still holds. */
public enum Rhythm implements ClosedChoice {
    MONTHLY("monthly", 1),
    QUARTERLY("quarterly", 3),
    HALF_YEARLY("half-yearly", 6),
    YEARLY("yearly", 12);

    private final String word;
    private final int months;

    Rhythm(String word, int months) {
        this.word = word;
        this.months = months;
    }

    @Override
    @JsonValue
    public String word() {
        return word;
    }

    LocalDate after(LocalDate day) {
        return day.plusMonths(months);
    }
}
