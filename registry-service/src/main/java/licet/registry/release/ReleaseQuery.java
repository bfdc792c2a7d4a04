package licet.registry.release;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which events to list.
 *
 * @param family key; all of them without it
 * @param from first day
 * @param to last day
 */
public record ReleaseQuery(Optional<String> family, LocalDate from, LocalDate to, Set<ReleaseKind> kinds) {
    /** Before the first model that anybody asks about. */
    public static final LocalDate BEGINNING = LocalDate.of(2018, 1, 1);

    private static final int YEARS_AHEAD = 10;

    public ReleaseQuery {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(from + " to " + to);
        }
        kinds = Set.copyOf(kinds);
    }

    /** Everything about a family. */
    public static ReleaseQuery of(String family, LocalDate today) {
        return new ReleaseQuery(
                Optional.of(family), BEGINNING, today.plusYears(YEARS_AHEAD), EnumSet.allOf(ReleaseKind.class));
    }

    /** Everything in some days. */
    public static ReleaseQuery between(LocalDate from, LocalDate to) {
        return new ReleaseQuery(Optional.empty(), from, to, EnumSet.allOf(ReleaseKind.class));
    }

    boolean wants(ReleaseEvent event) {
        return kinds.contains(event.kind())
                && family.map(event.family()::equals).orElse(true)
                && !event.last().isBefore(from)
                && !event.first().isAfter(to);
    }
}
