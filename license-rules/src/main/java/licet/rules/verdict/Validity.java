package licet.rules.verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Collects, while an assessment is made, the earliest moment at which one of its dated comparisons can flip. */
final class Validity {
    private Optional<LocalDate> earliest = Optional.empty();

    /** A comparison that was made holds until the start of this day, UTC. */
    void until(LocalDate day) {
        if (earliest.isEmpty() || day.isBefore(earliest.get())) {
            earliest = Optional.of(day);
        }
    }

    Optional<Instant> earliest() {
        return earliest.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static Optional<Instant> min(Optional<Instant> left, Optional<Instant> right) {
        return left.filter(l -> right.map(l::isBefore).orElse(true)).or(() -> right);
    }
}
